variable "tags" { type = map(string) }
resource "terraform_data" "node" { input = merge(var.tags, { n = "1" }) }
