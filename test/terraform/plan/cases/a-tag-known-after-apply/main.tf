resource "terraform_data" "id" { input = "x" }
locals {
  tags = { team = "a", run = terraform_data.id.id }
  names = { for k, v in local.tags : k => v }
  has = contains(keys(local.tags), "run")
}
resource "terraform_data" "user_data" {
  input = {
    tags = local.tags
    names = local.names
    has = local.has
    upper = { for k, v in local.tags : k => upper(v) }
    filt = { for k, v in local.tags : k => v if k == "team" }
    lst = [for k, v in local.tags : "${k}=${v}"]
    js = jsonencode(local.tags)
    mer = merge(local.tags, { run = "known" })
    l = length(local.tags)
    o = { (local.tags.team) = 1 }
    c = can(local.tags.run)
    t = try(local.tags.zzz, "d")
  }
}
resource "terraform_data" "each" {
  for_each = local.tags
  input    = each.value
}
module "m" {
  source = "./m"
  tags   = local.tags
}
