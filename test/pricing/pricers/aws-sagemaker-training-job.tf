provider "aws" {
  region = "us-west-2"
}

resource "aws_sagemaker_training_job" "llama" {
  training_job_name = "llama-ft"
  role_arn          = "arn:aws:iam::123456789012:role/training"

  resource_config {
    instance_type     = "ml.g5.12xlarge"
    instance_count    = 2
    volume_size_in_gb = 500
  }
}

resource "aws_sagemaker_training_job" "spot" {
  training_job_name            = "fraud"
  role_arn                     = "arn:aws:iam::123456789012:role/training"
  enable_managed_spot_training = true

  resource_config {
    instance_type  = "ml.m5.2xlarge"
    instance_count = 1
  }
}

resource "aws_sagemaker_training_job" "plan" {
  training_job_name = "foundation"
  role_arn          = "arn:aws:iam::123456789012:role/training"

  resource_config {
    instance_type     = "ml.p5.48xlarge"
    instance_count    = 8
    training_plan_arn = "arn:aws:sagemaker:us-west-2:123456789012:training-plan/foundation"
  }
}
