terraform {
  required_providers {
    terraform = { source = "terraform.io/builtin/terraform" }
  }
}

resource "terraform_data" "this" {
  provider = terraform
  input    = { ok = true }
}
