locals {
  environment = "prod"
  name        = "${local.project}-${local.environment}"
  project     = "fraud"
  base        = { project = local.project, environment = local.environment }
  tags        = merge(local.base, { Name = local.name }, local.environment == "prod" ? { tier = "gold" } : {})
  upper       = { for k, v in local.tags : upper(k) => title(v) if k != "tier" }
}
resource "terraform_data" "endpoint" { input = local.tags }
resource "terraform_data" "bucket" { input = local.upper }
