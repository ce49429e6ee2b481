provider "aws" {
  region = "us-east-1"
}

resource "aws_athena_capacity_reservation" "analysts" {
  name        = "analysts"
  target_dpus = 24
}
