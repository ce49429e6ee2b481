resource "terraform_data" "registry" { input = path.module }
