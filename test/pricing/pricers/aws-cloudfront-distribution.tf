provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudfront_distribution" "demo" {
  enabled = true
}

resource "aws_cloudfront_distribution" "old_clients" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/abc"
    ssl_support_method  = "vip"
  }
}
