provider "aws" {
  region = "us-east-1"
}

resource "aws_spot_fleet_request" "sweeps" {
  iam_fleet_role            = "arn:aws:iam::123456789012:role/fleet"
  target_capacity           = 6
  on_demand_target_capacity = 2

  launch_specification {
    ami           = "ami-0123456789abcdef0"
    instance_type = "g5.xlarge"
  }

  launch_specification {
    ami           = "ami-0123456789abcdef0"
    instance_type = "g5.2xlarge"
  }
}

resource "aws_launch_template" "worker" {
  name          = "worker"
  instance_type = "g4dn.xlarge"
}

resource "aws_spot_fleet_request" "workers" {
  iam_fleet_role  = "arn:aws:iam::123456789012:role/fleet"
  target_capacity = 3

  launch_template_config {
    launch_template_specification {
      id      = aws_launch_template.worker.id
      version = "1"
    }
  }
}
