variable "create" { default = false }
variable "buckets" { default = ["a", "b"] }
resource "terraform_data" "maybe" {
  count = var.create ? 1 : 0
  input = "m"
}
resource "terraform_data" "bucket" {
  count = length(var.buckets)
  input = var.buckets[count.index]
}
resource "terraform_data" "dep" {
  for_each = { for i, b in terraform_data.bucket : b.input => i }
  input    = { k = each.key, i = each.value, up = upper(terraform_data.bucket[each.value].input) }
}
resource "terraform_data" "box" {
  input = {
    a = join("", terraform_data.maybe.*.input)
    b = length(terraform_data.maybe) > 0 ? terraform_data.maybe[0].input : "none"
    c = try(terraform_data.maybe[0].input, null)
    d = concat(terraform_data.maybe[*].input, ["def"])[0]
    e = element(concat(terraform_data.maybe.*.input, [""]), 0)
    f = var.create ? terraform_data.maybe[0].input : "no"
    g = coalescelist(terraform_data.maybe[*].input, ["z"])
    h = { for k, d in terraform_data.dep : k => d.input.i }
    i = [for d in values(terraform_data.dep) : d.input.up]
    j = one(terraform_data.maybe)
    k = flatten([terraform_data.maybe[*].input, terraform_data.bucket[*].input])
    l = one(terraform_data.maybe[*].input)
    m = length(terraform_data.dep)
    n = contains(keys(terraform_data.dep), "a")
    o = can(terraform_data.maybe[0])
    p = terraform_data.bucket[length(terraform_data.bucket) - 1].input
    q = zipmap(terraform_data.bucket[*].input, terraform_data.bucket[*].input)
  }
}
