variable "id" {}
variable "replicas" { type = number }
resource "terraform_data" "replica" {
  count = var.replicas
  input = "${var.id}-${count.index}"
}
output "id" { value = var.id }
output "endpoint" { value = { name = var.id, replicas = var.replicas, hosts = terraform_data.replica[*].input } }
