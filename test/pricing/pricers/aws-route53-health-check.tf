provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_health_check" "scoring" {
  fqdn             = "scoring.example.com"
  port             = 443
  type             = "HTTPS"
  resource_path    = "/health"
  request_interval = 10
}

resource "aws_route53_health_check" "any" {
  type                   = "CALCULATED"
  child_health_threshold = 1
  child_healthchecks     = ["a"]
}
