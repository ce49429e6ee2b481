moved {
  from = terraform_data.old
  to   = terraform_data.new
}

moved {
  from = module.before
  to   = module.after["x"]
}

module "after" {
  source   = "./m"
  for_each = toset(["x"])
}

removed {
  from = terraform_data.gone
  lifecycle {
    destroy = false
  }
}

resource "terraform_data" "new" {
  input = "new"
}
