locals {
  raw = { for f in fileset("${path.module}/models", "*.yaml") : trimsuffix(f, ".yaml") => yamldecode(file("${path.module}/models/${f}")) }
  models = { for k, v in local.raw : k => merge({ replicas = 1, gpu = false }, v) }
}
module "m" {
  source   = "./m"
  for_each = local.models
  spec     = each.value
  id       = replace(each.key, "-", "_")
}
