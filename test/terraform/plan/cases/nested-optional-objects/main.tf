variable "pools" {
  type = map(object({
    size   = optional(string, "g5.xlarge")
    gpus   = optional(number)
    labels = optional(map(string), {})
    scale = optional(object({
      min = optional(number, 0)
      max = optional(number, 2)
    }), {})
    taints = optional(list(object({ key = string, effect = optional(string, "NoSchedule") })), [])
  }))
  default = {
    train = { size = "p4d.24xlarge", gpus = "8", taints = [{ key = "gpu" }] }
    serve = { scale = { max = 10 }, labels = { tier = 1 } }
  }
}

resource "terraform_data" "pool" {
  for_each = var.pools
  input    = each.value
}
