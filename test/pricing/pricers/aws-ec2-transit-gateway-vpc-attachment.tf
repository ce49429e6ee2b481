provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_transit_gateway" "hub" {}

resource "aws_ec2_transit_gateway_vpc_attachment" "ml" {
  subnet_ids         = ["subnet-a"]
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = "vpc-0123456789abcdef0"
}
