variable "create" { type = bool }
variable "name" { type = string }
variable "instance_types" {
  type = list(string)
  default = null
}
variable "min_size" { type = number }
variable "max_size" { type = number }
variable "desired_size" { type = number }
variable "tags" { type = map(string) }
variable "block_device_mappings" { type = any }
locals {
  lt_name = coalesce(null, "${var.name}-lt")
  types = coalescelist(var.instance_types, ["t3.medium"])
}
resource "terraform_data" "this" {
  count = var.create ? 1 : 0
  input = {
    name = var.name
    lt   = local.lt_name
    type = local.types[0]
    size = [var.min_size, max(var.desired_size, var.min_size), var.max_size]
    tags = merge(var.tags, { Name = var.name })
    bdm  = [for k, v in var.block_device_mappings : v]
  }
}
output "name" { value = try(terraform_data.this[0].input.name, "") }
output "first" { value = try(terraform_data.this[0].input, null) }
