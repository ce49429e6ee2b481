resource "aws_spot_fleet_request" "sweep" {
  launch_specification {
    instance_type = "g5.xlarge"
    tags          = { team = "fraud-ml" }
  }
  tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}

resource "aws_launch_template" "gpu" {
  tag_specifications {
    resource_type = "instance"
    tags          = { team = "search-ml" }
  }
}

resource "aws_spot_fleet_request" "templated" {
  launch_template_config {
    launch_template_specification {
      id      = aws_launch_template.gpu.id
      version = "1"
    }
  }
  tags = { team = "fraud-ml" }
}
