locals {
  tenants = {
    risk = { models = { fraud = 2, churn = 1 }, tier = "gold" }
    crm  = { models = { upsell = 0 }, tier = "silver" }
  }
}
module "tenant" {
  source   = "./tenant"
  for_each = local.tenants
  name     = each.key
  models   = each.value.models
  tier     = each.value.tier
}
module "audit" {
  source   = "./audit"
  for_each = merge(values(module.tenant)[*].endpoints...)
  endpoint = each.value
  depends_on = [module.tenant]
}
resource "terraform_data" "report" {
  for_each = { for t, m in module.tenant : t => m.endpoints if length(m.endpoints) > 0 }
  input    = { tenant = each.key, endpoints = sort(keys(each.value)), total = sum(concat([0], [for e in values(each.value) : e.replicas])) }
}
