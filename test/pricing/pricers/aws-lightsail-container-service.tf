provider "aws" {
  region = "us-east-1"
}

resource "aws_lightsail_container_service" "demo" {
  name  = "demo"
  power = "small"
  scale = 2
}
