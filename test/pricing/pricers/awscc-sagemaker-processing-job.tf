provider "awscc" {
  region = "us-west-2"
}

resource "awscc_sagemaker_processing_job" "features" {
  role_arn          = "arn:aws:iam::123456789012:role/processing"
  app_specification = { image_uri = "123456789012.dkr.ecr.us-west-2.amazonaws.com/features:1" }
  processing_resources = {
    cluster_config = {
      instance_type     = "ml.m5.2xlarge"
      instance_count    = 3
      volume_size_in_gb = 30
    }
  }
}

resource "awscc_sagemaker_processing_job" "unread" {
  role_arn             = "arn:aws:iam::123456789012:role/processing"
  app_specification    = { image_uri = "123456789012.dkr.ecr.us-west-2.amazonaws.com/features:1" }
  processing_resources = {}
}
