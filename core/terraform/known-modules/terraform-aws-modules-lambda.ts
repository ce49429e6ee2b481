import type { KnownModule } from './known-module.ts'

// https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws
export const terraformAwsModulesLambda: KnownModule = {
  source: 'terraform-aws-modules/lambda/aws',
  main: `
variable "create" { default = true }
variable "create_function" { default = true }
variable "create_layer" { default = false }
variable "memory_size" { default = 128 }
variable "architectures" { default = null }
variable "tags" { default = {} }
variable "function_tags" { default = {} }

resource "aws_lambda_function" "this" {
  count         = var.create && var.create_function && !var.create_layer ? 1 : 0
  memory_size   = var.memory_size
  architectures = var.architectures
  tags          = merge(var.tags, var.function_tags)
}
`,
}
