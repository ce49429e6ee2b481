provider "aws" {
  region = "us-east-1"
}

resource "aws_api_gateway_rest_api" "scoring" {
  name = "scoring"
}

resource "aws_api_gateway_rest_api" "busy" {
  name = "busy"
}
