provider "aws" {
  region = "us-east-1"
}

resource "aws_apprunner_service" "demo" {
  service_name = "demo"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/acme/demo:latest"
      image_repository_type = "ECR_PUBLIC"
    }
  }

  instance_configuration {
    cpu    = "2 vCPU"
    memory = "4 GB"
  }
}
