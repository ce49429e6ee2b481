provider "aws" {
  region = "us-east-1"
}

resource "aws_eip" "gateway" {
  domain = "vpc"
}

resource "aws_eip" "own_range" {
  domain           = "vpc"
  public_ipv4_pool = "ipv4pool-ec2-0123456789abcdef0"
}
