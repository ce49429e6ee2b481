provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_dashboard" "drift" {
  dashboard_name = "drift"
  dashboard_body = jsonencode({ widgets = [] })
}
