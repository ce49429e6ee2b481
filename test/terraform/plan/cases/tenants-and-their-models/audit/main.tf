variable "endpoint" { type = object({ name = string, hosts = list(string), replicas = number }) }
resource "terraform_data" "alarm" {
  for_each = toset(var.endpoint.hosts)
  input    = { host = each.value, of = var.endpoint.name }
}
