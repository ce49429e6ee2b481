variable "cluster" {
  type = object({
    name = string
    node_groups = optional(map(object({
      instance_types = optional(list(string), ["m5.large"])
      scaling = optional(object({
        min     = optional(number, 0)
        max     = optional(number, 3)
        desired = optional(number)
      }), {})
      labels = optional(map(string), {})
      taints = optional(list(object({ key = string, value = optional(string), effect = optional(string, "NO_SCHEDULE") })), [])
    })), { default = {} })
    addons = optional(any, { coredns = { version = "1" } })
    mode   = optional(tuple([string, number]), ["a", 1])
  })
  default = { name = "ml" }
}
variable "clusters" {
  type    = list(object({ a = optional(string, "x"), b = optional(object({ c = optional(bool, true) })) }))
  default = [{}, { a = null }, { a = "y", b = {} }, { b = null }]
}
module "c" {
  source  = "./c"
  cluster = { name = "x", node_groups = { gpu = { instance_types = ["p4d.24xlarge"], scaling = { max = "8" }, taints = [{ key = "gpu" }], labels = { n = 1 } }, cpu = {} } }
}
resource "terraform_data" "report" { input = [var.cluster, var.clusters] }
