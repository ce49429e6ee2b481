variable "enabled" { default = true }
variable "n" { default = "3" }
resource "terraform_data" "on" {
  count = var.enabled ? 1 : 0
  input = "on"
}
resource "terraform_data" "off" {
  count = var.enabled ? 0 : 1
  input = "off"
}
resource "terraform_data" "node" {
  count = var.n
  input = { index = count.index, name = format("node-%02d", count.index + 1), team = element(["a", "b"], count.index) }
}
resource "terraform_data" "len" {
  count = length(["x", "y"])
  input = ["x", "y"][count.index]
}
resource "terraform_data" "refs" {
  input = {
    all   = terraform_data.node[*].input.name
    first = terraform_data.node[0].input
    legacy = terraform_data.node.1.input.index
    off   = one(terraform_data.off[*].input)
    on    = one(terraform_data.on[*].input)
    len   = length(terraform_data.node)
    tr    = try(terraform_data.off[0].input, "none")
    join  = join(",", terraform_data.len.*.input)
    by    = { for d in terraform_data.node : d.input.name => d.input.index }
  }
}
