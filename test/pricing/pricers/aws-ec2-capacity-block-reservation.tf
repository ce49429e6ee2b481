provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_capacity_block_reservation" "pretraining" {
  capacity_block_offering_id = "cb-0123456789abcdef0"
  instance_platform          = "Linux/UNIX"
  instance_type              = "p5.48xlarge"
  instance_count             = 4
}

resource "aws_ec2_capacity_block_reservation" "offered" {
  capacity_block_offering_id = "cb-0123456789abcdef1"
  instance_platform          = "Linux/UNIX"
}
