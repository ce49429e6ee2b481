variable "trained" {}

resource "terraform_data" "endpoint" {
  input = { model = var.trained, name = "endpoint" }
}
