variable "a-b" { default = { "c d" = 1 } }
locals {
  _x-1 = var.a-b["c d"] - 1
  for = 1
  if = 2
  in = [for x in [1] : x]
  each = "e"
  count = "c"
  dynamic = "d"
  null_ = null
}
resource "terraform_data" "data" { input = { l = local._x-1, f = local.for, i = local.if, n = local.in, e = local.each, c = local.count, d = local.dynamic, t = terraform_data.local.input } }
resource "terraform_data" "local" { input = "terraform_data.local" }
resource terraform_data "var" { input = [for local in ["x"] : "${local}"] }
resource "terraform_data" "module" { input = [for module, var in { k = "v" } : "${module}${var}"] }
