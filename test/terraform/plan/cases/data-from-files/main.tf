locals {
  catalogue = yamldecode(file("${path.module}/models.yaml"))
  costs     = csvdecode(file("${path.module}/costs.csv"))
  owners    = jsondecode(file("owners.json"))
  by_model  = { for row in local.costs : row.model => tonumber(row.usd) }
}

resource "terraform_data" "model" {
  for_each = { for model in local.catalogue.models : model.name => model }
  input = {
    owner  = lookup(local.owners, each.key, "nobody")
    usd    = local.by_model[each.key]
    gpus   = try(each.value.gpus, 0)
    labels = merge(local.catalogue.labels, try(each.value.labels, {}))
    sum    = filemd5("${path.module}/owners.json")
    files  = sort(fileset(path.module, "*.{csv,json}"))
  }
}
