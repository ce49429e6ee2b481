variable "regions" { default = ["us-east-1", "eu-west-1"] }
variable "sizes" {
  type = list(object({ name = string, gpus = number }))
  default = [{ name = "small", gpus = 1 }, { name = "large", gpus = 8 }]
}
locals {
  matrix = { for pair in setproduct(var.regions, var.sizes) : "${pair[0]}/${pair[1].name}" => { region = pair[0], size = pair[1] } }
  gpus_by_region = { for r in var.regions : r => sum([for k, m in local.matrix : m.size.gpus if m.region == r]) }
  chunks = chunklist(sort(keys(local.matrix)), 3)
  subnets = cidrsubnets("10.0.0.0/16", [for k in sort(keys(local.matrix)) : 8]...)
}
resource "terraform_data" "pool" {
  for_each = local.matrix
  input    = merge(each.value.size, { region = each.value.region, subnet = local.subnets[index(sort(keys(local.matrix)), each.key)] })
}
resource "terraform_data" "summary" { input = [local.gpus_by_region, local.chunks, [for k, p in terraform_data.pool : k if p.input.gpus > 1]] }
