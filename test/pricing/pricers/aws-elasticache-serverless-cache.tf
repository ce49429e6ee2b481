provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_serverless_cache" "features" {
  name   = "features"
  engine = "valkey"
}

resource "aws_elasticache_serverless_cache" "measured" {
  name   = "measured"
  engine = "valkey"
}
