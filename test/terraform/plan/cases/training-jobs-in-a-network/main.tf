module "network" {
  source = "./modules/network"
  cidr   = "10.20.0.0/16"
  azs    = ["us-east-1a", "us-east-1b", "us-east-1c"]
  tags   = local.tags
}
module "training" {
  source     = "./modules/compute"
  for_each   = { for name, job in local.jobs : name => job if lookup(job, "enabled", true) }
  name       = each.key
  job        = each.value
  subnet_ids = module.network.private_subnets
  tags       = merge(local.tags, try(each.value.tags, {}), { Name = each.key })
}
locals {
  tags = { team = "fraud-ml", managed_by = "terraform" }
  jobs = {
    xgb  = { type = "p4d.24xlarge", count = 2, tags = { model_id = "fraud_xgb_v7" } }
    nn   = { type = "g5.xlarge", count = 1 }
    dead = { type = "g5.xlarge", count = 9, enabled = false }
  }
}
resource "terraform_data" "summary" {
  input = {
    by_name = { for k, m in module.training : k => { n = length(m.nodes), t = m.type } }
    total   = sum([for m in module.training : length(m.nodes)])
    public  = module.network.public_subnets
    first   = module.training["xgb"].nodes[0].name
  }
}
