provider "aws" {
  region = "us-east-1"
}

resource "aws_elb" "legacy" {
  availability_zones = ["us-east-1a"]

  listener {
    instance_port     = 8000
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}
