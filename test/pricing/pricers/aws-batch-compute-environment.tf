provider "aws" {
  region = "us-east-1"
}

# Scaled to zero between training runs.
resource "aws_batch_compute_environment" "training" {
  name = "training"
  type = "MANAGED"

  compute_resources {
    type               = "EC2"
    instance_type      = ["p4d.24xlarge"]
    min_vcpus          = 0
    desired_vcpus      = 96
    max_vcpus          = 384
    subnets            = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_batch_compute_environment" "idle" {
  name = "idle"
  type = "MANAGED"

  compute_resources {
    type               = "EC2"
    instance_type      = ["g5.12xlarge", "g5.24xlarge"]
    max_vcpus          = 480
    subnets            = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_batch_compute_environment" "spot" {
  name = "spot"
  type = "MANAGED"

  compute_resources {
    type               = "SPOT"
    instance_type      = ["g4dn.xlarge"]
    min_vcpus          = 8
    max_vcpus          = 64
    subnets            = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_batch_compute_environment" "any" {
  name = "any"
  type = "MANAGED"

  compute_resources {
    type               = "EC2"
    instance_type      = ["optimal"]
    max_vcpus          = 256
    subnets            = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_batch_compute_environment" "serverless" {
  name = "serverless"
  type = "MANAGED"

  compute_resources {
    type               = "FARGATE"
    max_vcpus          = 16
    subnets            = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_batch_compute_environment" "own" {
  name = "own"
  type = "UNMANAGED"
}
