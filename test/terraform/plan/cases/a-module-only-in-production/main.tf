variable "environment" {
  default = "prod"
}

module "alarms" {
  source   = "./alarms"
  count    = var.environment == "prod" ? 1 : 0
  channels = ["pager", "mail"]
}

module "canary" {
  source   = "./alarms"
  count    = var.environment == "dev" ? 1 : 0
  channels = ["none"]
}

resource "terraform_data" "summary" {
  input = {
    names  = one(module.alarms[*].names)
    canary = try(module.canary[0].names, "none")
    all    = flatten(concat(module.alarms[*].names, module.canary[*].names))
  }
}
