variable "extra" {
  type    = map(string)
  default = null
}
locals {
  list = [{ a = "1", b = "2" }, { b = "3" }, { c = "4" }]
}
resource "terraform_data" "model" {
  input = {
    spread = merge(local.list...)
    spread2 = merge({ z = 1 }, local.list...)
    empty = merge()
    nulls = merge({ a = "1" }, null, var.extra)
    deep = merge({ a = { b = 1 } }, { a = { c = 2 } })
    mixed = merge({ a = 1 }, { b = "x", c = [1] })
    maps = merge(tomap({ a = 1 }), tomap({ b = "x" }))
    forspread = merge([for i in range(3) : { "k${i}" = i }]...)
    overwrite = merge({ a = "1", b = null }, { a = null })
    emptylist = merge([]...)
    nested = merge({ for k in ["x", "y"] : k => upper(k) }, { for k in toset(["y", "z"]) : k => 0 })
  }
}
