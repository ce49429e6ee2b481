provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  shard_count      = 4
  retention_period = 72
}

resource "aws_kinesis_stream" "events" {
  name = "events"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
