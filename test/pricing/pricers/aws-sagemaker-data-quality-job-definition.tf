provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_data_quality_job_definition" "fraud" {
  name     = "fraud-drift"
  role_arn = "arn:aws:iam::123456789012:role/monitoring"

  job_resources {
    cluster_config {
      instance_type     = "ml.m5.xlarge"
      instance_count    = 1
      volume_size_in_gb = 20
    }
  }
}
