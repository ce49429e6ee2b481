provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0123456789abcdef0"
  service_name = "com.amazonaws.us-east-1.s3"
}

resource "aws_vpc_endpoint" "sagemaker" {
  vpc_id            = "vpc-0123456789abcdef0"
  service_name      = "com.amazonaws.us-east-1.sagemaker.runtime"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-a", "subnet-b", "subnet-c"]
}

resource "aws_vpc_endpoint" "firewall" {
  vpc_id            = "vpc-0123456789abcdef0"
  service_name      = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0"
  vpc_endpoint_type = "GatewayLoadBalancer"
}

resource "aws_subnet" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.${count.index}.0/24"
  count      = 2
}

# Their ids are not known yet, their number is.
resource "aws_vpc_endpoint" "ecr" {
  vpc_id            = "vpc-0123456789abcdef0"
  service_name      = "com.amazonaws.us-east-1.ecr.api"
  vpc_endpoint_type = "Interface"
  subnet_ids        = aws_subnet.private[*].id
}

# Set, and empty: no interface in any subnet.
resource "aws_vpc_endpoint" "prepared" {
  vpc_id            = "vpc-0123456789abcdef0"
  service_name      = "com.amazonaws.us-east-1.sts"
  vpc_endpoint_type = "Interface"
  subnet_ids        = []
}
