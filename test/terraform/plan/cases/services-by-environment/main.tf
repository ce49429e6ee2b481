locals {
  services = {
    "api"      = { port = 80, public = true, replicas = { prod = 3, dev = 1 } }
    "inference" = { port = 8080, public = false, replicas = { prod = 10 } }
  }
  env = "dev"
  public = [for n, s in local.services : n if s.public]
  reps = { for n, s in local.services : n => lookup(s.replicas, local.env, 0) }
  nested = { for n, s in local.services : n => { for e, r in s.replicas : e => r * 2 if r > 1 } }
  inverted = transpose({ for n, s in local.services : n => keys(s.replicas) })
  pairs = merge(flatten([for n, s in local.services : [for e, r in s.replicas : { "${n}:${e}" = r }]])...)
  index = { for i, n in sort(keys(local.services)) : n => i }
  shadow = [for local in ["a"] : local]
  each1 = [for each in [1] : each + 1]
}
resource "terraform_data" "box" {
  count = local.reps["api"] + local.reps["inference"]
  input = [local.public, local.reps, local.nested, local.inverted, local.pairs, local.index, local.shadow, local.each1]
}
