variable "labels" {}
variable "tags" { type = map(string) }
resource "terraform_data" "app" {
  for_each = toset(["web", "api"])
  input = { name = "${var.labels.id}-${each.key}", tags = merge(var.tags, { role = each.key }), l = var.labels.tags_as_list_of_maps }
}
output "ids" { value = { for k, v in terraform_data.app : k => v.input.name } }
output "tags" { value = values(terraform_data.app)[*].input.tags.role }
