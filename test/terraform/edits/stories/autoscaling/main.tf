resource "aws_autoscaling_group" "bare" {
  max_size = 4
  min_size = 0

  lifecycle {
    ignore_changes = [desired_capacity]
  }
}

resource "aws_autoscaling_group" "tagged" {
  max_size = 4
  min_size = 0

  tag {
    key                 = "Name"
    value               = "gpu-workers"
    propagate_at_launch = true
  }

  timeouts {
    delete = "15m"
  }
}

resource "aws_autoscaling_group" "dynamic" {
  max_size = 4
  min_size = 0

  dynamic "tag" {
    for_each = { Name = "gpu-workers" }
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
