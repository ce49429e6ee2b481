resource "terraform_data" "cluster" {
  input = "ml"
}

module "pool" {
  source  = "./pool"
  cluster = terraform_data.cluster.id
  tags    = { team = "fraud", owner = terraform_data.cluster.id }
}

resource "terraform_data" "after" {
  input = {
    name    = module.pool.name
    tags    = module.pool.tags
    team    = module.pool.tags["team"]
    merged  = merge(module.pool.tags, { phase = "serving" })
    keys    = keys(module.pool.tags)
    size    = length(module.pool.tags)
    all     = [for key, value in module.pool.tags : key]
    either  = module.pool.tags.owner == "me" ? "a" : "b"
    guarded = try(module.pool.tags.nothing, "none")
  }
}
