variable "model" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  tags = merge(var.tags, { model_id = var.model })
}

resource "aws_sagemaker_endpoint_configuration" "this" {
  name = var.model
  tags = local.tags

  production_variants {
    model_name = var.model
  }
}

resource "aws_sagemaker_endpoint" "this" {
  name                 = var.model
  endpoint_config_name = aws_sagemaker_endpoint_configuration.this.name
  tags                 = local.tags
}

resource "aws_cloudwatch_log_group" "this" {
  name = "/aws/sagemaker/${var.model}"
}
