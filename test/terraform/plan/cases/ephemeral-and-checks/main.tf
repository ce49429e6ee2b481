variable "token" {
  type      = string
  default   = "secret"
  ephemeral = true
}

variable "regions" {
  type    = set(string)
  default = ["eu-west-1", "us-east-1"]
}

locals {
  counts = { for r in var.regions : r => length(r) }
}

removed {
  from = terraform_data.gone
  lifecycle {
    destroy = false
  }
}

resource "terraform_data" "by_region" {
  for_each = var.regions
  input    = "${each.key}/${each.value}/${terraform.workspace}/${path.module}/${path.root}"
}

resource "terraform_data" "counted" {
  count = local.counts["eu-west-1"] > 3 ? 2 : 0
  input = { index = count.index, all = local.counts }
}

resource "terraform_data" "legacy" {
  input = terraform_data.counted.*.input[0].index
}

moved {
  from = terraform_data.a
  to   = module.m["x"].terraform_data.this
}

module "m" {
  for_each = toset(["x", "y"])
  source   = "./m"
  name     = each.key
}

module "n" {
  count  = 2
  source = "./m"
  name   = "n${count.index}"
}

output "names" {
  value = concat(values(module.m)[*].name, module.n[*].name)
}

resource "terraform_data" "names" {
  input = concat(values(module.m)[*].name, module.n[*].name, [for k, v in module.m : "${k}=${v.path}"])
}
