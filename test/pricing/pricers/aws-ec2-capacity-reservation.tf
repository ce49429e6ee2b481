provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_capacity_reservation" "training" {
  instance_type     = "p4d.24xlarge"
  instance_platform = "Linux/UNIX"
  availability_zone = "us-east-1a"
  instance_count    = 2
}

resource "aws_ec2_capacity_reservation" "windows" {
  instance_type     = "g5.xlarge"
  instance_platform = "Windows"
  availability_zone = "us-east-1a"
  instance_count    = 1
}
