module "labels" {
  source = "./labels"
  context = { team = "fraud", env = "prod", attributes = ["a", "b"] }
}
module "app" {
  source = "./app"
  labels = module.labels
  tags   = module.labels.tags
}
resource "terraform_data" "box" { input = { id = module.app.ids["web"], t = module.app.tags, all = module.app } }
