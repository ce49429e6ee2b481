import type { KnownModule } from './known-module.ts'

// https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws: the network is free, its NAT gateways are not
export const terraformAwsModulesVpc: KnownModule = {
  source: 'terraform-aws-modules/vpc/aws',
  main: `
variable "create_vpc" { default = true }
variable "tags" { default = {} }
variable "nat_gateway_tags" { default = {} }
variable "azs" { default = [] }
variable "enable_nat_gateway" { default = false }
variable "single_nat_gateway" { default = false }
variable "one_nat_gateway_per_az" { default = false }
variable "reuse_nat_ips" { default = false }
variable "nat_eip_tags" { default = {} }
variable "private_subnets" { default = [] }
variable "public_subnets" { default = [] }
variable "database_subnets" { default = [] }
variable "elasticache_subnets" { default = [] }
variable "redshift_subnets" { default = [] }

locals {
  most_subnets = max(length(var.private_subnets), length(var.public_subnets), length(var.database_subnets), length(var.elasticache_subnets), length(var.redshift_subnets))
  nat_gateways = var.single_nat_gateway ? 1 : var.one_nat_gateway_per_az ? length(var.azs) : local.most_subnets
}

resource "aws_eip" "nat" {
  count  = var.create_vpc && var.enable_nat_gateway && !var.reuse_nat_ips ? local.nat_gateways : 0
  domain = "vpc"
  tags   = merge(var.tags, var.nat_eip_tags)
}

resource "aws_nat_gateway" "this" {
  count = var.create_vpc && var.enable_nat_gateway ? local.nat_gateways : 0
  tags  = merge(var.tags, var.nat_gateway_tags)
}
`,
}
