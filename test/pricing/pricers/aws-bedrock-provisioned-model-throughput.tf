provider "aws" {
  region = "us-east-1"
}

resource "aws_bedrock_provisioned_model_throughput" "assistant" {
  provisioned_model_name = "assistant"
  model_arn              = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-sonnet-20240229-v1:0"
  model_units            = 2
}

resource "aws_bedrock_provisioned_model_throughput" "committed" {
  provisioned_model_name = "summaries"
  model_arn              = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-2-lite-v1:0:256k"
  model_units            = 1
  commitment_duration    = "OneMonth"
}

resource "aws_bedrock_provisioned_model_throughput" "no_price" {
  provisioned_model_name = "embeddings"
  model_arn              = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
  model_units            = 1
  commitment_duration    = "SixMonths"
}

resource "aws_bedrock_provisioned_model_throughput" "own" {
  provisioned_model_name = "own"
  model_arn              = "arn:aws:bedrock:us-east-1:123456789012:custom-model/own"
  model_units            = 1
}
