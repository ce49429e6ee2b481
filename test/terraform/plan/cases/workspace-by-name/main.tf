locals {
  sizes = { default = "g5.xlarge", prod = "p4d.24xlarge" }
}

resource "terraform_data" "train" {
  input = {
    workspace = terraform.workspace
    size      = local.sizes[terraform.workspace]
    name      = "train-${terraform.workspace}"
    is_prod   = terraform.workspace == "prod"
  }
}
