variable   "a"   {default=1}
variable b {
  default = 2
}
locals {x=var.a+var.b}
# comment
// comment
/* multi
line */ resource /* in */ "terraform_data" weird { input = { a = local.x, b : 2, "c" = 3
  (upper("d")) = 4, e = [1,2,
  3,], "f-${1}" = 5, g = (
    1
    + 2
    ), h = var.a > 0 ? (
    "x") : "y", "i j" = -local.x, k = !true, l = 1 == 1 && 2 != 3 || false, true = 1, null = 2, for1 = 3, if = 4
  m = 2 + 3 * 4 - 6 / 2 % 2
  n = [for x in [1,2] : x if x > 1]
  o = {for x in ["a"] : x => x}
  p = {
    # c
    q = 1 // d
    r = 2, /* e */
  }
  s = var . a
  t = [
  ]
  u = upper(
    "x"
  )
  v = max(1,
    2,
  )
} }
resource "terraform_data" "oneline" { input = 1 }
resource "terraform_data" "empty" {}
