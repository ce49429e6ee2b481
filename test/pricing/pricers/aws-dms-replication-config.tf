provider "aws" {
  region = "us-east-1"
}

resource "aws_dms_replication_config" "features" {
  replication_config_identifier = "features"
  replication_type              = "cdc"
  source_endpoint_arn           = "arn:aws:dms:us-east-1:123456789012:endpoint:a"
  target_endpoint_arn           = "arn:aws:dms:us-east-1:123456789012:endpoint:b"
  table_mappings                = "{}"

  compute_config {
    min_capacity_units = 2
    max_capacity_units = 16
  }
}
