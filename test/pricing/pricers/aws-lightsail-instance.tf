provider "aws" {
  region = "us-east-1"
}

resource "aws_lightsail_instance" "demo" {
  name              = "demo"
  availability_zone = "us-east-1a"
  blueprint_id      = "amazon_linux_2023"
  bundle_id         = "medium_3_0"
}
