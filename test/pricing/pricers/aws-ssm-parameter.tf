provider "aws" {
  region = "us-east-1"
}

resource "aws_ssm_parameter" "threshold" {
  name  = "/fraud/threshold"
  type  = "String"
  value = "0.8"
}

resource "aws_ssm_parameter" "prompt" {
  name  = "/assistant/prompt"
  type  = "String"
  tier  = "Advanced"
  value = "..."
}
