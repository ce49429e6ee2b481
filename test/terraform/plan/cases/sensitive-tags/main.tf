variable "token" {
  type      = string
  sensitive = true
  default   = "s3cret"
}
variable "db" {
  type      = object({ user = string, password = string })
  sensitive = true
  default   = { user = "u", password = "p" }
}
locals {
  tags = { team = "risk", token = var.token }
  env  = { for k, v in { USER = var.db.user, HOST = "h" } : k => v }
}
resource "terraform_data" "box" {
  for_each = { for k in nonsensitive(keys(local.tags)) : k => k }
  input    = { all = local.tags, one = local.tags[each.key], env = local.env, count = length(local.tags), joined = join(",", values(local.env)), host = local.env.HOST, cond = var.token == "" ? "none" : "set", cmp = var.token != "", merged = merge(local.tags, { token = "public" }), list = [var.token, "x"], nested = { a = { b = var.db.user } }, n = nonsensitive(var.db.user), f = format("%s", var.token), j = jsonencode(local.tags), t = try(var.db.nope, "d"), lk = lookup(local.tags, "team", "x"), keys = keys(local.tags), tm = tomap(local.tags), el = element([var.token, "z"], 1), co = coalesce(var.token, "x"), fl = flatten([[var.token], ["y"]]), sp = split(",", var.token), set = toset(["a", "b"]), con = contains(["a"], var.token), zip = zipmap(["k"], [var.token]), idx = ["a", "b"][length(var.token) > 3 ? 0 : 1] }
}
