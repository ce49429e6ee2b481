locals { models = { fraud = { n = 2 }, churn = { n = 1 } } }
module "endpoint" {
  source   = "./endpoint"
  for_each = local.models
  name     = each.key
  replicas = each.value.n
  tags     = { team = "ml-${each.key}" }
}
module "counted" {
  source = "./endpoint"
  count  = 2
  name   = "c${count.index}"
}
resource "terraform_data" "out" {
  input = {
    names = { for k, m in module.endpoint : k => m.name }
    fraud = module.endpoint["fraud"].all
    vals  = values(module.endpoint)[*].name
    keys  = keys(module.endpoint)
    c     = module.counted[*].name
    c1    = module.counted[1].all.tags
    nested = module.endpoint["churn"].inner["x"].doubled
  }
}
