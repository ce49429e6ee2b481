provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "inference" {
  name          = "inference"
  instance_type = "g5.xlarge"

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 120
      volume_type = "gp3"
    }
  }

  block_device_mappings {
    device_name = "/dev/sdb"
    no_device   = ""
  }
}

resource "aws_autoscaling_group" "inference" {
  min_size         = 2
  max_size         = 10
  desired_capacity = 4

  launch_template {
    id      = aws_launch_template.inference.id
    version = "$Latest"
  }
}

# Two on demand, half of the other four, the rest spot; on the first of the sizes.
resource "aws_autoscaling_group" "mixed" {
  min_size = 6
  max_size = 20

  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 2
      on_demand_percentage_above_base_capacity = 50
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.inference.id
      }
      override {
        instance_type = "g4dn.xlarge"
      }
      override {
        instance_type = "g5.xlarge"
      }
    }
  }
}

resource "aws_launch_configuration" "workers" {
  name          = "workers"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m5.large"

  root_block_device {
    volume_size = 50
  }
}

# By name, as older configurations have it.
resource "aws_autoscaling_group" "workers" {
  min_size             = 3
  max_size             = 3
  launch_configuration = "workers"
}

resource "aws_autoscaling_group" "scaled_to_zero" {
  min_size = 0
  max_size = 5

  launch_template {
    name = aws_launch_template.inference.name
  }
}

# The template is managed elsewhere.
resource "aws_autoscaling_group" "elsewhere" {
  min_size = 1
  max_size = 1

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}

variable "capacity" {
  type = number
}

resource "aws_autoscaling_group" "unknown_capacity" {
  min_size         = 1
  max_size         = 10
  desired_capacity = var.capacity

  launch_template {
    id = aws_launch_template.inference.id
  }
}

# Ten units of capacity, four to an instance.
resource "aws_autoscaling_group" "weighted" {
  min_size         = 10
  max_size         = 40
  desired_capacity = 10

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = "lt-0123456789abcdef0"
      }
      override {
        instance_type     = "g5.12xlarge"
        weighted_capacity = "4"
      }
    }
  }
}

resource "aws_autoscaling_group" "by_requirements" {
  min_size = 1
  max_size = 4

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.inference.id
      }
      override {
        instance_requirements {
          memory_mib {
            min = 8192
          }
          vcpu_count {
            min = 4
          }
        }
      }
    }
  }
}

resource "aws_launch_template" "any_gpu" {
  instance_requirements {
    accelerator_count {
      min = 1
    }
  }
}

resource "aws_autoscaling_group" "any_gpu" {
  min_size = 1
  max_size = 4

  launch_template {
    id = aws_launch_template.any_gpu.id
  }
}

# The image's own name of its root device is known to AWS alone; what the volume costs is not.
data "aws_ami" "worker" {
  most_recent = true
}

resource "aws_launch_template" "image" {
  name          = "image"
  instance_type = "m5.xlarge"

  block_device_mappings {
    device_name = data.aws_ami.worker.root_device_name
    ebs {
      volume_size = 100
      volume_type = "gp3"
    }
  }
}

resource "aws_autoscaling_group" "image" {
  min_size = 2
  max_size = 2

  launch_template {
    id = aws_launch_template.image.id
  }
}
