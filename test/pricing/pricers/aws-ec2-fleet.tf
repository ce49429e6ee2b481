provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "gpu" {
  name          = "gpu"
  instance_type = "g5.xlarge"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 100
      volume_type = "gp3"
    }
  }
}

resource "aws_ec2_fleet" "mixed" {
  launch_template_config {
    launch_template_specification {
      launch_template_id = aws_launch_template.gpu.id
      version            = "$Latest"
    }

    override {
      instance_type = "g5.2xlarge"
    }

    override {
      instance_type = "g5.4xlarge"
    }
  }

  target_capacity_specification {
    default_target_capacity_type = "spot"
    total_target_capacity        = 5
    on_demand_target_capacity    = 2
  }
}

resource "aws_ec2_fleet" "on_demand" {
  launch_template_config {
    launch_template_specification {
      launch_template_id = aws_launch_template.gpu.id
      version            = "$Latest"
    }
  }

  target_capacity_specification {
    default_target_capacity_type = "on-demand"
    total_target_capacity        = 2
  }
}
