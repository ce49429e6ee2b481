locals {
  y = yamldecode(file("a.yaml"))
  multi = try(yamldecode("a: 1\n---\nb: 2"), "two docs")
}
resource "terraform_data" "notebook" {
  input = {
    y = local.y
    multi = local.multi
    empty = try(yamldecode(""), "err")
    nul = yamldecode("null")
    str = yamldecode("plain")
    enc = yamlencode({ a = "yes", b = "1", c = "null", d = "x: y", e = ["multi\nline", ""], f = {}, g = [], h = "# c", i = "- d", "k:" = true, j = 1.5, l = " lead" })
    tags = { for k, v in local.y.tags : k => tostring(v) }
    dup = try(yamldecode("a: 1\na: 2"), "dup")
    ts = yamldecode("a: 2001-12-14t21:59:43.10-05:00")
    bin = yamldecode("a: !!binary aGVsbG8=")
    tagd = yamldecode("a: !!str 12")
    oct = yamldecode("[0o14, 014, 0b11, 1_0, .5, 1., +1, -0]")
    bools = yamldecode("[y, n, yes, no, on, off, True, TRUE, true, ~, Null]")
    cplx = try(yamldecode("? [a]\n: b"), "complex")
    flow = yamldecode("{a: [1, {b: c}], \"d\": 'e''f'}")
  }
}
