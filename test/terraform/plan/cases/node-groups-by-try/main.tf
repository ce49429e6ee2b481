variable "create" { default = true }
variable "node_group_defaults" {
  type = any
  default = { instance_types = ["m5.large"], tags = { a = "d" } }
}
variable "node_groups" {
  type = any
  default = {
    gpu = { instance_types = ["p3.2xlarge"], min_size = 1, max_size = 4, tags = { b = "g" } }
    cpu = { desired_size = 3, name = "cpu-pool" }
    off = { create = false }
  }
}
module "ng" {
  source   = "./ng"
  for_each = { for k, v in var.node_groups : k => v if var.create }
  create         = try(each.value.create, true)
  name           = try(each.value.name, each.key)
  instance_types = try(each.value.instance_types, var.node_group_defaults.instance_types, null)
  min_size       = try(each.value.min_size, var.node_group_defaults.min_size, 0)
  max_size       = try(each.value.max_size, var.node_group_defaults.max_size, 3)
  desired_size   = try(each.value.desired_size, var.node_group_defaults.desired_size, 1)
  tags           = merge({ cluster = "ml" }, try(each.value.tags, var.node_group_defaults.tags, {}))
  block_device_mappings = try(each.value.block_device_mappings, var.node_group_defaults.block_device_mappings, {})
}
resource "terraform_data" "out" {
  input = { arns = compact([for g in module.ng : g.name]), names = flatten(values(module.ng)[*].name) , t = try(module.ng["gpu"].first.type, "") }
}
