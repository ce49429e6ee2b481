provider "aws" {
  region = "us-east-1"
}

resource "aws_sfn_state_machine" "training" {
  name       = "training"
  role_arn   = "arn:aws:iam::123456789012:role/sfn"
  definition = "{}"
}

resource "aws_sfn_state_machine" "express" {
  name       = "scoring"
  role_arn   = "arn:aws:iam::123456789012:role/sfn"
  definition = "{}"
  type       = "EXPRESS"
}
