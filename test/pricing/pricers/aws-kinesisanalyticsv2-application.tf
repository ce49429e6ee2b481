provider "aws" {
  region = "eu-west-2"
}

resource "aws_kinesisanalyticsv2_application" "features" {
  name                   = "features"
  runtime_environment    = "FLINK-1_19"
  service_execution_role = "arn:aws:iam::123456789012:role/flink"

  application_configuration {
    flink_application_configuration {
      parallelism_configuration {
        configuration_type  = "CUSTOM"
        parallelism         = 8
        parallelism_per_kpu = 2
      }
    }
  }
}

resource "aws_kinesisanalyticsv2_application" "sql" {
  name                   = "sql"
  runtime_environment    = "SQL-1_0"
  service_execution_role = "arn:aws:iam::123456789012:role/sql"
}
