provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  name        = "clicks"
  destination = "extended_s3"

  extended_s3_configuration {
    bucket_arn = "arn:aws:s3:::clicks"
    role_arn   = "arn:aws:iam::123456789012:role/firehose"

    data_format_conversion_configuration {
      enabled = true
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "logs" {
  name        = "logs"
  destination = "opensearch"

  opensearch_configuration {
    domain_arn = "arn:aws:es:us-east-1:123456789012:domain/logs"
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    index_name = "logs"

    vpc_config {
      subnet_ids         = ["subnet-a", "subnet-b"]
      security_group_ids = ["sg-a"]
      role_arn           = "arn:aws:iam::123456789012:role/firehose"
    }
  }
}
