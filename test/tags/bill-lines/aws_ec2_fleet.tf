resource "aws_launch_template" "gpu" {
  tag_specifications {
    resource_type = "instance"
    tags          = { team = "search-ml" }
  }
}

resource "aws_ec2_fleet" "train" {
  launch_template_config {
    launch_template_specification {
      launch_template_id = aws_launch_template.gpu.id
      version            = "1"
    }
  }
  tags = { team = "fraud-ml" }
}
