provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_app" "exploration" {
  domain_id         = "d-abc123"
  user_profile_name = "ines"
  app_name          = "default"
  app_type          = "JupyterLab"

  resource_spec {
    instance_type = "ml.g5.xlarge"
  }
}

resource "aws_sagemaker_app" "kernel" {
  domain_id         = "d-abc123"
  user_profile_name = "ines"
  app_name          = "kernel"
  app_type          = "KernelGateway"
}

resource "aws_sagemaker_app" "server" {
  domain_id         = "d-abc123"
  user_profile_name = "ines"
  app_name          = "default"
  app_type          = "JupyterServer"

  resource_spec {
    instance_type = "system"
  }
}

resource "aws_sagemaker_app" "canvas" {
  domain_id         = "d-abc123"
  user_profile_name = "ines"
  app_name          = "default"
  app_type          = "Canvas"
}
