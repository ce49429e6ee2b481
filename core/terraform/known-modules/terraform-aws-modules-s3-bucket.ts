import type { KnownModule } from './known-module.ts'

// https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws
export const terraformAwsModulesS3Bucket: KnownModule = {
  source: 'terraform-aws-modules/s3-bucket/aws',
  main: `
variable "create_bucket" { default = true }
variable "bucket" { default = null }
variable "tags" { default = {} }

resource "aws_s3_bucket" "this" {
  count  = var.create_bucket ? 1 : 0
  bucket = var.bucket
  tags   = var.tags
}
`,
}
