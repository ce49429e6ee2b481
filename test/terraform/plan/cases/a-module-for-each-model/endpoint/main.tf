variable "name" {}
variable "replicas" { default = 1 }
variable "tags" {
  type    = map(string)
  default = {}
}
locals { tags = merge(var.tags, { Name = var.name }) }
resource "terraform_data" "replica" {
  count = var.replicas
  input = merge(local.tags, { index = tostring(count.index) })
}
module "inner" {
  source   = "../inner"
  for_each = toset(["x", "y"])
  value    = "${var.name}-${each.value}"
}
output "name" { value = var.name }
output "inner" { value = module.inner }
output "all" {
  value = { tags = local.tags, n = length(terraform_data.replica) }
}
