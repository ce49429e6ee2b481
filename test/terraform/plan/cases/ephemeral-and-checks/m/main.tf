variable "name" { type = string }
resource "terraform_data" "this" {
  input = "${var.name} in ${path.module}"
}
output "name" { value = upper(var.name) }
output "path" { value = path.module }
