provider "aws" {
  region = "us-east-1"
}

resource "aws_lightsail_disk" "data" {
  name              = "data"
  size_in_gb        = 64
  availability_zone = "us-east-1a"
}
