variable "value" { type = string }
resource "terraform_data" "leaf" { input = var.value }
output "doubled" { value = "${var.value}${var.value}" }
