variable "password" { sensitive = true }

resource "terraform_data" "this" {
  input = { user = "app", password = var.password }
}

output "url" {
  value     = "db://app:${var.password}@host"
  sensitive = true
}
