provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "frankfurt"
  region = "eu-central-1"
}

resource "aws_sagemaker_model" "fraud" {
  name               = "fraud-xgb-v7"
  execution_role_arn = "arn:aws:iam::123456789012:role/sagemaker"
}

# Champion and challenger, the size written in the configuration; the champion grows with its traffic.
resource "aws_sagemaker_endpoint_configuration" "fraud" {
  production_variants {
    variant_name           = "champion"
    model_name             = aws_sagemaker_model.fraud.name
    instance_type          = "ml.g5.xlarge"
    initial_instance_count = 2
    volume_size_in_gb      = 100
  }

  production_variants {
    variant_name           = "challenger"
    model_name             = aws_sagemaker_model.fraud.name
    instance_type          = "ml.c5.large"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint" "fraud" {
  name                 = "fraud"
  endpoint_config_name = aws_sagemaker_endpoint_configuration.fraud.name
}

resource "aws_appautoscaling_target" "fraud" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/${aws_sagemaker_endpoint.fraud.name}/variant/champion"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 1
  max_capacity       = 8
}

# The facts hold hosting prices for us-east-1 only.
resource "aws_sagemaker_endpoint_configuration" "frankfurt" {
  provider = aws.frankfurt

  production_variants {
    variant_name           = "main"
    instance_type          = "ml.g5.xlarge"
    initial_instance_count = 1
  }

  production_variants {
    variant_name           = "large"
    instance_type          = "ml.g6.12xlarge"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint" "frankfurt" {
  provider             = aws.frankfurt
  endpoint_config_name = aws_sagemaker_endpoint_configuration.frankfurt.name
}

# A language model on inference components: the variant scales itself, to zero.
resource "aws_sagemaker_endpoint_configuration" "llama" {
  name = "llama"

  production_variants {
    variant_name           = "all"
    instance_type          = "ml.g5.12xlarge"
    initial_instance_count = 1

    managed_instance_scaling {
      status             = "ENABLED"
      min_instance_count = 0
      max_instance_count = 4
    }
  }
}

resource "aws_sagemaker_endpoint" "llama" {
  name                 = "llama"
  endpoint_config_name = "llama"
}

resource "aws_sagemaker_endpoint_configuration" "serverless" {
  production_variants {
    variant_name = "main"
    model_name   = aws_sagemaker_model.fraud.name

    serverless_config {
      max_concurrency         = 20
      memory_size_in_mb       = 4096
      provisioned_concurrency = 2
    }
  }
}

resource "aws_sagemaker_endpoint" "serverless" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.serverless.name
}

# Asynchronous inference runs on instances as any other.
resource "aws_sagemaker_endpoint_configuration" "batch" {
  production_variants {
    instance_type          = "ml.g5.2xlarge"
    initial_instance_count = 1
  }

  async_inference_config {
    output_config {
      s3_output_path = "s3://predictions/"
    }
  }
}

resource "aws_sagemaker_endpoint" "batch" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.batch.name
}

resource "aws_sagemaker_endpoint" "elsewhere" {
  endpoint_config_name = "made-by-hand"
}
