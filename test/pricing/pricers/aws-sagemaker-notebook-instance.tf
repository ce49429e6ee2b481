provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_notebook_instance" "research" {
  name          = "research"
  role_arn      = "arn:aws:iam::123456789012:role/sagemaker"
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance" "vision" {
  name          = "vision"
  role_arn      = "arn:aws:iam::123456789012:role/sagemaker"
  instance_type = "ml.g4dn.xlarge"
  volume_size   = 100
}

resource "aws_sagemaker_notebook_instance" "retired_size" {
  name          = "old"
  role_arn      = "arn:aws:iam::123456789012:role/sagemaker"
  instance_type = "ml.t2.medium"
}
