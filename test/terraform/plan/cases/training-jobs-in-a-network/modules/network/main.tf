variable "cidr" { type = string }
variable "azs" { type = list(string) }
variable "tags" { type = map(string) }
locals {
  private = [for i, az in var.azs : cidrsubnet(var.cidr, 4, i)]
  public  = { for i, az in var.azs : az => cidrsubnet(var.cidr, 8, i + 100) }
}
resource "terraform_data" "private" {
  count = length(var.azs)
  input = { cidr = local.private[count.index], az = var.azs[count.index], tags = merge(var.tags, { Name = "private-${element(split("-", var.azs[count.index]), 2)}" }) }
}
resource "terraform_data" "public" {
  for_each = local.public
  input    = { az = each.key, cidr = each.value }
}
output "private_subnets" { value = terraform_data.private[*].input.cidr }
output "public_subnets" { value = { for k, v in terraform_data.public : k => v.input.cidr } }
