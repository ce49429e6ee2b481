resource "terraform_data" "given" {
  input = var.untyped
}
