provider "aws" {
  region = "us-east-1"
}

resource "aws_dx_connection" "office" {
  name      = "office"
  bandwidth = "1Gbps"
  location  = "EqDC2"
}

resource "aws_dx_connection" "fast" {
  name      = "fast"
  bandwidth = "10Gbps"
  location  = "EqDC2"
}
