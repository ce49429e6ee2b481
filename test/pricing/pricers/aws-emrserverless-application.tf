provider "aws" {
  region = "us-east-1"
}

resource "aws_emrserverless_application" "features" {
  name          = "features"
  release_label = "emr-7.5.0"
  type          = "spark"
  architecture  = "ARM64"
}
