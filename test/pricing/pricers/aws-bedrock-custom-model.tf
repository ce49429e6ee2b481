provider "aws" {
  region = "us-east-1"
}

resource "aws_bedrock_custom_model" "support" {
  custom_model_name     = "support"
  job_name              = "support-1"
  base_model_identifier = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1"
  role_arn              = "arn:aws:iam::123456789012:role/bedrock"
  customization_type    = "FINE_TUNING"
}
