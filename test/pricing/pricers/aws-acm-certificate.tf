provider "aws" {
  region = "us-east-1"
}

resource "aws_acm_certificate" "public" {
  domain_name       = "predictions.example.com"
  validation_method = "DNS"
}

resource "aws_acm_certificate" "private" {
  domain_name               = "predictions.internal"
  certificate_authority_arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/0123"
}
