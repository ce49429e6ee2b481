provider "aws" {
  region = "us-east-1"
}

resource "aws_glue_dev_endpoint" "exploration" {
  name     = "exploration"
  role_arn = "arn:aws:iam::123456789012:role/glue"
}

resource "aws_glue_dev_endpoint" "workers" {
  name              = "workers"
  role_arn          = "arn:aws:iam::123456789012:role/glue"
  worker_type       = "G.2X"
  number_of_workers = 3
}
