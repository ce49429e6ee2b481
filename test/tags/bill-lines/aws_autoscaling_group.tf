provider "aws" {
  default_tags { tags = { cost_center = "eng-risk" } }
}

variable "propagate" { type = bool }

resource "aws_launch_template" "gpu" {
  tag_specifications {
    resource_type = "instance"
    tags          = { team = "platform", env = "prod" }
  }
  tag_specifications {
    resource_type = "volume"
    tags          = { env = "prod" }
  }
}

# What it propagates wins over the template; what it keeps to itself and default_tags are on no bill.
resource "aws_autoscaling_group" "train" {
  launch_template { id = aws_launch_template.gpu.id }
  tag {
    key                 = "team"
    value               = "fraud-ml"
    propagate_at_launch = true
  }
  tag {
    key                 = "model_id"
    value               = "fraud_xgb_v7"
    propagate_at_launch = false
  }
}

resource "aws_autoscaling_group" "unknown" {
  tag {
    key                 = "team"
    value               = "fraud-ml"
    propagate_at_launch = var.propagate
  }
}

resource "aws_autoscaling_group_tag" "late" {
  autoscaling_group_name = aws_autoscaling_group.unknown.name
  tag {
    key                 = "model_id"
    value               = "ranker"
    propagate_at_launch = true
  }
}
