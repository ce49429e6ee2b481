provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "features" {
  function_name = "features"
  role          = "arn:aws:iam::123456789012:role/lambda"
  architectures = ["arm64"]
}

resource "aws_lambda_function" "router" {
  function_name = "router"
  role          = "arn:aws:iam::123456789012:role/lambda"
}
