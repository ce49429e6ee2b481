provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "features" {
  bucket = "features"
}

# 60 TB of checkpoints, the old ones archived: aws-s3-bucket.usage.yml
resource "aws_s3_bucket" "models" {
  bucket = "models"
}
