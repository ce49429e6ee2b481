provider "aws" {
  region = "us-east-1"
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "fraud/api-key"
}

resource "aws_secretsmanager_secret" "replicated" {
  name = "fraud/signing-key"

  replica {
    region = "eu-central-1"
  }
}
