variable "replicas" {
  default = 2
}

locals {
  team = "search-ml"
}

resource "terraform_data" "endpoint" {
  lifecycle {
    create_before_destroy = false
  }
}

module "labels" {
  source = "./others"
}
