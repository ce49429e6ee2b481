variable "extra" { default = null }
resource "terraform_data" "node" {
  input = {
    tags = { team = "x", cost_center = null }
    m = { for k, v in { a = "1", b = null } : k => v if v != null }
    eq = null == null
    ne = var.extra != null
    c = concat([null], ["a"])
    l = [for x in [null, "a"] : x == null ? "none" : x]
    co = [for x in [null, "a"] : try(coalesce(x), "d")]
    keys = keys({ a = null })
    me = merge(var.extra, { a = null })
    len = length(compact(["", null, "x"]))
  }
}
