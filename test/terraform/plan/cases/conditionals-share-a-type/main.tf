variable "t" { default = true }
variable "f" { default = false }
variable "nul" { default = null }
resource "terraform_data" "cluster" {
  input = {
    a = var.t ? 1 : "two"
    b = var.f ? 1 : "two"
    c = var.t ? { a = 1 } : { a = "x" }
    e = var.t ? [] : ["x"]
    g = var.t ? null : "x"
    h = var.f ? null : { a = 1 }
    i = var.t ? {} : { a = "1", b = 2 }
    j = var.t ? tomap({ a = 1 }) : { b = "x" }
    k = var.t ? toset(["b", "a"]) : []
    l = "true" ? 1 : 2
    m = var.t ? [1, 2] : ["a", "b"]
    n = var.t ? { a = 1, b = "x" } : {}
    o = var.t ? { a = { b = 1 } } : { a = null }
    p = var.nul == null ? "none" : var.nul
    q = var.nul != null ? var.nul.x : "def"
    r = var.t && !var.f || var.f
    s = var.t ? true : "x"
  }
}
