provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "predictions" {
  subnets = ["subnet-a", "subnet-b"]
}

resource "aws_alb" "features" {
  subnets = ["subnet-a", "subnet-b"]
}

resource "aws_lb" "ingest" {
  load_balancer_type = "network"
  subnets            = ["subnet-a"]
}

resource "aws_lb" "firewall" {
  load_balancer_type = "gateway"
  subnets            = ["subnet-a"]
}

resource "aws_lb" "odd" {
  load_balancer_type = "classic"
}
