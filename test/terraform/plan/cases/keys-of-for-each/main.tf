locals {
  models = { fraud = { size = "large", team = "risk" }, churn = { size = "small", team = "crm" } }
  mixed = { a = 1, b = "two", c = [3] }
}
resource "terraform_data" "map" {
  for_each = local.models
  input    = { key = each.key, size = each.value.size, team = each.value["team"] }
}
resource "terraform_data" "object" {
  for_each = local.mixed
  input    = each.value
}
resource "terraform_data" "set" {
  for_each = toset(["b", "a", "a"])
  input    = "${each.key}=${each.value}"
}
resource "terraform_data" "filtered" {
  for_each = { for k, v in local.models : k => v if v.team == "risk" }
  input    = each.value
}
resource "terraform_data" "from_list" {
  for_each = { for i, m in [{ n = "x" }, { n = "y" }] : m.n => merge(m, { index = i }) }
  input    = each.value
}
resource "terraform_data" "empty" {
  for_each = {}
  input    = 1
}
resource "terraform_data" "weird" {
  for_each = toset(["a/b", "with space", "quote\"d", "dollar$${x}", "ünï", "a.b", "back\\slash", "0"])
  input    = each.key
}
resource "terraform_data" "grouped" {
  for_each = { for k, v in local.models : v.team => k... }
  input    = each.value
}
resource "terraform_data" "bools" {
  for_each = toset([for b in [true, false] : tostring(b)])
  input    = each.key
}
