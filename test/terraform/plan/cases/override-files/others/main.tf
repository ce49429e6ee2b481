variable "name" {}
variable "extra" {}
output "all" {
  value = { name = var.name, extra = var.extra }
}
