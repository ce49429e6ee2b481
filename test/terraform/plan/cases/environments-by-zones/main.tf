variable "envs" {
  type = map(object({
    azs  = list(string)
    size = optional(string, "m5.large")
  }))
  default = {
    prod = { azs = ["a", "b"], size = "m5.xlarge" }
    dev  = { azs = ["a"] }
  }
}
locals {
  nodes = flatten([for env, cfg in var.envs : [for i, az in cfg.azs : { env = env, az = az, index = i, size = cfg.size }]])
  by_key = { for n in local.nodes : "${n.env}-${n.az}" => n }
  product = { for p in setproduct(keys(var.envs), ["x", "y"]) : join("/", p) => { env = p[0], k = p[1] } }
  sizes = { for n in local.nodes : n.size => n.az... }
  m = merge([for e, c in var.envs : { for a in c.azs : "${e}.${a}" => c.size }]...)
}
resource "terraform_data" "node" {
  for_each = local.by_key
  input    = each.value
}
resource "terraform_data" "product" {
  for_each = local.product
  input    = merge(each.value, { size = var.envs[each.value.env].size })
}
resource "terraform_data" "scores" { input = [local.sizes, local.m, terraform_data.node["prod-a"].input.size, [for k, n in terraform_data.node : "${k}:${n.input.index}"]] }
resource "terraform_data" "chained" {
  for_each = terraform_data.node
  input    = each.value.input.az
}
