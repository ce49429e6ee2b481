provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_host" "licences" {
  instance_type     = "c5.18xlarge"
  availability_zone = "us-east-1a"
}

resource "aws_ec2_host" "gpus" {
  instance_family   = "g5"
  availability_zone = "us-east-1a"
}
