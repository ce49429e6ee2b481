provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "score" {
  function_name = "score"
  role          = "arn:aws:iam::123456789012:role/score"
  memory_size   = 2048
  architectures = ["arm64"]
}

resource "aws_lambda_provisioned_concurrency_config" "score" {
  function_name                     = aws_lambda_function.score.function_name
  provisioned_concurrent_executions = 5
  qualifier                         = "live"
}

resource "aws_lambda_provisioned_concurrency_config" "elsewhere" {
  function_name                     = "made-by-hand"
  provisioned_concurrent_executions = 5
  qualifier                         = "live"
}
