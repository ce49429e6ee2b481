import type { KnownModule } from './known-module.ts'

// https://registry.terraform.io/modules/terraform-aws-modules/ec2-instance/aws
export const terraformAwsModulesEc2Instance: KnownModule = {
  source: 'terraform-aws-modules/ec2-instance/aws',
  main: `
variable "create" { default = true }
variable "create_spot_instance" { default = false }
variable "instance_type" { default = "t3.micro" }
variable "tenancy" { default = null }
variable "tags" { default = {} }
variable "instance_tags" { default = {} }

resource "aws_instance" "this" {
  count         = var.create && !var.create_spot_instance ? 1 : 0
  instance_type = var.instance_type
  tenancy       = var.tenancy
  tags          = merge(var.tags, var.instance_tags)
}

resource "aws_spot_instance_request" "this" {
  count         = var.create && var.create_spot_instance ? 1 : 0
  instance_type = var.instance_type
  tenancy       = var.tenancy
  tags          = merge(var.tags, var.instance_tags)
}
`,
}
