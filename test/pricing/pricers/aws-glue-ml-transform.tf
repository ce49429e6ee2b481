provider "aws" {
  region = "us-east-1"
}

resource "aws_glue_ml_transform" "matching" {
  name     = "matching"
  role_arn = "arn:aws:iam::123456789012:role/glue"

  input_record_tables {
    database_name = "customers"
    table_name    = "raw"
  }

  parameters {
    transform_type = "FIND_MATCHES"
  }
}
