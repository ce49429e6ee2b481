provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_hyper_parameter_tuning_job" "fraud" {
  hyper_parameter_tuning_job_name = "fraud-search"

  training_job_definition {
    role_arn = "arn:aws:iam::123456789012:role/training"

    resource_config {
      instance_type     = "ml.m5.xlarge"
      instance_count    = 1
      volume_size_in_gb = 30
    }
  }
}
