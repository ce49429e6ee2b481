variable "name" {}
variable "extra" {}
output "all" {
  value = [var.name, var.extra]
}
