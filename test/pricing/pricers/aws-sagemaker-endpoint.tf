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

# Champion and challenger, the size written in the configuration.
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

resource "aws_sagemaker_endpoint_configuration" "serverless" {
  name = "embeddings"

  production_variants {
    variant_name = "main"

    serverless_config {
      max_concurrency   = 20
      memory_size_in_mb = 4096
    }
  }
}

resource "aws_sagemaker_endpoint" "serverless" {
  endpoint_config_name = "embeddings"
}

# One of its two variants has a price.
resource "aws_sagemaker_endpoint_configuration" "half_priced" {
  production_variants {
    variant_name           = "known"
    instance_type          = "ml.m5.xlarge"
    initial_instance_count = 1
  }

  production_variants {
    variant_name           = "new"
    instance_type          = "ml.p6-b200.48xlarge"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint" "half_priced" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.half_priced.name
}

resource "aws_sagemaker_endpoint" "elsewhere" {
  endpoint_config_name = "made-in-the-console"
}
