provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_feature_group" "clicks" {
  feature_group_name             = "clicks"
  record_identifier_feature_name = "user"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::123456789012:role/features"

  online_store_config {
    enable_online_store = true
  }
}

resource "aws_sagemaker_feature_group" "scores" {
  feature_group_name             = "scores"
  record_identifier_feature_name = "user"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::123456789012:role/features"

  online_store_config {
    enable_online_store = true
    storage_type        = "InMemory"
  }

  throughput_config {
    throughput_mode                  = "Provisioned"
    provisioned_read_capacity_units  = 1000
    provisioned_write_capacity_units = 100
  }
}

resource "aws_sagemaker_feature_group" "offline" {
  feature_group_name             = "history"
  record_identifier_feature_name = "user"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::123456789012:role/features"

  offline_store_config {
    s3_storage_config {
      s3_uri = "s3://features/"
    }
  }
}
