variable "bare" {
  type    = map
  default = { a = 1, b = "x" }
}
variable "l" {
  type = list
  default = [1, "x"]
}
variable "x" {
  type = map(any)
  default = { a = { b = 1 }, c = { b = "x" } }
}
variable "y" {
  type = list(any)
  default = [{ b = 1 }, { b = "x", c = 2 }]
}
resource "terraform_data" "training" {
  input = {
    bare = var.bare
    l = var.l
    x = var.x
    y = var.y
    a = tomap({ a = 1, b = "x", c = true })
    b = tolist([true, 1, "x"])
    c = toset([true, 1, "x"])
    d = true ? [1, true, "x"] : []
    e = { for k, v in { a = 1, b = "x", c = true } : k => v }
    f = concat([1], ["x"], [true])
    g = flatten([[1], ["x"]])
    h = merge({ a = 1 }, { b = true }, { c = "x" })
    i = coalesce(1, "x")
    j = distinct([1, "1"])
    k = element([1, "x", true], 1)
    l2 = lookup({ a = 1, b = "x" }, "a", "z")
    m = setunion([1], ["x"])
    n = contains([1, "x"], "1")
    o = values({ a = 1, b = "x", c = true })
    p = zipmap(["a", "b", "c"], [1, "x", true])
    q = [1, true] == [1, true]
    r = "1" == 1
    s = [for s in toset([3, 1, 2]) : s]
    t = sort([3, 10, 1])
    u = tolist(toset(["10", "9", "é", "z", "Z"]))
    v = tolist(toset([10, 9, 1]))
    w = max("3", 2)
    x2 = join(",", toset(["b", "a"]))
    y2 = reverse(toset(["a", "b"]))
    z = try(element([], 0), "empty")
    aa = element(["a", "b"], 5)
    ac = slice(["a", "b"], 0, 0)
    ad = keys({ "10" = 1, "9" = 2, b = 3, B = 4 })
    ae = [for k, v in { "10" = 1, "9" = 2, b = 3, B = 4 } : k]
    af = { for i, v in ["x", "y"] : i => v }
    ag = { 1 = "a", (2 + 1) = "b", true = "c" }
    ah = length({ 1 = "a" })
    ai = { a = 1 }.a
    aj = [1, 2][1]
    ak = 1 == 1.0
    al = 1.50
    am = "${1.50}"
    an = 1e3
    ao = tostring(0.1 + 0.2)
    ap = "${1 / 3}" == "0" ? 1 : 2
  }
}
