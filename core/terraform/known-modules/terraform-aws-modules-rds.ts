import type { KnownModule } from './known-module.ts'

// https://registry.terraform.io/modules/terraform-aws-modules/rds/aws
export const terraformAwsModulesRds: KnownModule = {
  source: 'terraform-aws-modules/rds/aws',
  main: `
variable "create_db_instance" { default = true }
variable "engine" { default = null }
variable "instance_class" { default = null }
variable "allocated_storage" { default = null }
variable "storage_type" { default = null }
variable "iops" { default = null }
variable "multi_az" { default = false }
variable "license_model" { default = null }
variable "replicate_source_db" { default = null }
variable "tags" { default = {} }
variable "db_instance_tags" { default = {} }

resource "aws_db_instance" "this" {
  count               = var.create_db_instance ? 1 : 0
  engine              = var.engine
  instance_class      = var.instance_class
  allocated_storage   = var.allocated_storage
  storage_type        = var.storage_type
  iops                = var.iops
  multi_az            = var.multi_az
  license_model       = var.license_model
  replicate_source_db = var.replicate_source_db
  tags                = merge(var.tags, var.db_instance_tags)
}
`,
}
