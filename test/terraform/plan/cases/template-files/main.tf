variable "users" { default = [{ name = "ann", roles = ["ml", "ops"] }, { name = "bob", roles = [] }] }
resource "terraform_data" "training" {
  input = {
    a = templatefile("${path.module}/user.tpl", { users = var.users, env = "prod", opt = null })
    b = templatefile("json.tpl", { m = { b = 1, a = [true] } })
    c = base64encode(templatefile("user.tpl", { users = [], env = "x", opt = "y" }))
    d = jsondecode(templatefile("json.tpl", { m = {} }))
    e = join("\n", [for u in var.users : format("%-5s:%s", u.name, join("|", u.roles))])
    f = yamldecode(templatefile("list.tpl", { items = ["x", "y"] }))
    g = templatefile("crlf.tpl", { a = "A" })
  }
}
