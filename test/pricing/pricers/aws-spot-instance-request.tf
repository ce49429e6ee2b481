provider "aws" {
  region = "us-east-1"
}

resource "aws_spot_instance_request" "tuning" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g4dn.xlarge"
  spot_price    = "0.20"
}
