locals {
  vpc   = "10.20.0.0/16"
  zones = ["a", "b", "c"]
  nets = {
    for index, zone in local.zones : "eu-west-1${zone}" => {
      private = cidrsubnet(local.vpc, 4, index)
      public  = cidrsubnet(local.vpc, 8, index + 48)
      host    = cidrhost(cidrsubnet(local.vpc, 8, index), 10)
    }
  }
}

resource "terraform_data" "net" {
  for_each = local.nets
  input    = merge(each.value, { mask = cidrnetmask(each.value.private), many = cidrsubnets(each.value.public, 2, 2, 4) })
}
