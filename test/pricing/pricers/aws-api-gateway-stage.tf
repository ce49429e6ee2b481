provider "aws" {
  region = "us-east-1"
}

resource "aws_api_gateway_stage" "cached" {
  rest_api_id           = "abc123"
  deployment_id         = "def456"
  stage_name            = "live"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}

resource "aws_api_gateway_stage" "plain" {
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "test"
}

resource "aws_api_gateway_stage" "no_price" {
  rest_api_id           = "abc123"
  deployment_id         = "def456"
  stage_name            = "large"
  cache_cluster_enabled = true
  cache_cluster_size    = "28.4"
}
