variable "a" {
  type     = string
  default  = "x"
  nullable = false
}
variable "b" {
  type    = string
  default = "y"
}
variable "c" {
  type = map(string)
  default = null
}
resource "terraform_data" "cluster" { input = { a = var.a, b = var.b, c = coalesce(var.c, { team = "z" }), d = merge({q=1}, var.c) } }
