variable "context" {
  type = any
  default = {}
}
variable "delimiter" { default = "-" }
variable "label_order" {
  type = list(string)
  default = ["team", "env", "attributes"]
}
locals {
  defaults = { team = null, env = null, name = null, attributes = [] }
  input = merge(local.defaults, var.context)
  parts = { for k, v in local.input : k => try(join(var.delimiter, v), v) if v != null }
  id = join(var.delimiter, [for l in var.label_order : local.parts[l] if lookup(local.parts, l, "") != ""])
  tags = merge({ for k, v in local.parts : title(k) => v if contains(["team", "env"], k) }, { Name = local.id })
  list = [for k, v in local.tags : { key = k, value = v, propagate_at_launch = true }]
}
output "id" { value = local.id }
output "tags" { value = local.tags }
output "tags_as_list_of_maps" { value = local.list }
output "enabled" { value = true }
