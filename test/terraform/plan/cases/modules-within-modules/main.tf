module "platform" {
  source = "./platform"
  teams  = { fraud = ["train", "serve"], search = ["serve"] }
}

resource "terraform_data" "all" {
  input = module.platform.endpoints
}
