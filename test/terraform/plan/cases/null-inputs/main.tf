variable "a" {
  type     = string
  default  = "x"
  nullable = false
}
variable "b" {
  type    = string
  default = "y"
}
module "child" {
  source = "./child"
  a      = null
  b      = null
}
resource "terraform_data" "root" { input = [var.a, var.b] }
