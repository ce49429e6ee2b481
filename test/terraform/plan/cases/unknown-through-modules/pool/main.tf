variable "cluster" { type = string }
variable "tags" { type = map(string) }

output "name" { value = "pool-of-${var.cluster}" }
output "tags" { value = merge(var.tags, { cluster = var.cluster }) }
