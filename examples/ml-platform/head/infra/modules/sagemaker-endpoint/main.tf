locals {
  tags = merge(var.tags, { lifecycle_phase = "inference" })
}

resource "aws_sagemaker_model" "this" {
  name               = var.name
  execution_role_arn = var.role_arn
  tags               = local.tags

  primary_container {
    image          = var.image
    model_data_url = var.model_data_url
  }
}

# A configuration cannot be changed: each change makes a new one, and the endpoint moves over to it.
resource "aws_sagemaker_endpoint_configuration" "this" {
  name_prefix = "${var.name}-"
  tags        = local.tags

  production_variants {
    variant_name           = "primary"
    model_name             = aws_sagemaker_model.this.name
    instance_type          = var.instance_type
    initial_instance_count = var.instance_count
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_sagemaker_endpoint" "this" {
  name                 = var.name
  endpoint_config_name = aws_sagemaker_endpoint_configuration.this.name
  tags                 = local.tags
}
