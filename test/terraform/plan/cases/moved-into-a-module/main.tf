moved {
  from = terraform_data.old
  to   = terraform_data.new
}
moved {
  from = module.a
  to   = module.b["x"]
}
resource "terraform_data" "new" { input = 1 }
module "b" {
  source   = "./m"
  for_each = toset(["x"])
}
