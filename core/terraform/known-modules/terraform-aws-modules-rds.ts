import type { KnownModule } from './known-module.ts'

const INSTANCE = `
variable "create" {}
variable "instance" {}
variable "tags" {}

resource "aws_db_instance" "this" {
  count               = var.create ? 1 : 0
  engine              = var.instance.engine
  instance_class      = var.instance.instance_class
  allocated_storage   = var.instance.allocated_storage
  storage_type        = var.instance.storage_type
  iops                = var.instance.iops
  multi_az            = var.instance.multi_az
  license_model       = var.instance.license_model
  replicate_source_db = var.instance.replicate_source_db
  tags                = var.tags
}
`

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

module "db_instance" {
  source   = "./instance"
  create   = var.create_db_instance
  tags     = merge(var.tags, var.db_instance_tags)
  instance = {
    engine              = var.engine
    instance_class      = var.instance_class
    allocated_storage   = var.allocated_storage
    storage_type        = var.storage_type
    iops                = var.iops
    multi_az            = var.multi_az
    license_model       = var.license_model
    replicate_source_db = var.replicate_source_db
  }
}
`,
  submodules: { instance: INSTANCE },
}
