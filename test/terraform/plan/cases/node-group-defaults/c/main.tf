variable "cluster" {
  type = object({
    name = string
    node_groups = map(object({
      instance_types = optional(list(string), ["m5.large"])
      scaling = optional(object({ min = optional(number, 0), max = optional(number, 3), desired = optional(number) }), {})
      labels = optional(map(string), {})
      taints = optional(list(object({ key = string, value = optional(string), effect = optional(string, "NO_SCHEDULE") })), [])
    }))
  })
  nullable = false
}
locals {
  groups = { for name, g in var.cluster.node_groups : name => merge(g, { desired = coalesce(g.scaling.desired, g.scaling.min, 1) }) }
}
resource "terraform_data" "group" {
  for_each = local.groups
  input    = each.value
}
