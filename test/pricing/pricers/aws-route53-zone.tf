provider "aws" {
  region = "eu-central-1"
}

# Route 53 has one price, whatever the provider's region.
resource "aws_route53_zone" "predictions" {
  name = "predictions.example.com"
}
