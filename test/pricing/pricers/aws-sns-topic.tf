provider "aws" {
  region = "us-east-1"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_sns_topic" "ordered" {
  name       = "events.fifo"
  fifo_topic = true
}
