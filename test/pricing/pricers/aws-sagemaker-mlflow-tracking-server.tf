provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_mlflow_tracking_server" "experiments" {
  tracking_server_name = "experiments"
  role_arn             = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri   = "s3://experiments/mlflow"
  tracking_server_size = "Medium"
}
