provider "aws" {
  default_tags { tags = { cost_center = "eng-risk" } }
}

variable "template" {}

resource "aws_launch_template" "gpu" {
  tags = { team = "of the template itself" }
  dynamic "tag_specifications" {
    for_each = ["instance", "volume", "network-interface"]
    content {
      resource_type = tag_specifications.value
      tags          = { team = "fraud-ml", what = tag_specifications.value }
    }
  }
}

resource "aws_eks_node_group" "tagged" {
  launch_template { id = aws_launch_template.gpu.id }
  tags = { model_id = "fraud_xgb_v7" }
}

resource "aws_eks_node_group" "without" {
  tags = { team = "fraud-ml" }
}

resource "aws_eks_node_group" "unseen" {
  launch_template { id = var.template }
  tags = { team = "fraud-ml" }
}

# The way round it: https://github.com/aws/containers-roadmap/issues/608
resource "aws_eks_node_group" "patched" {
  tags = { team = "fraud-ml" }
}

resource "aws_autoscaling_group_tag" "patch" {
  for_each               = { team = "fraud-ml", model_id = "ranker" }
  autoscaling_group_name = aws_eks_node_group.patched.resources[0].autoscaling_groups[0].name
  tag {
    key                 = each.key
    value               = each.value
    propagate_at_launch = true
  }
}
