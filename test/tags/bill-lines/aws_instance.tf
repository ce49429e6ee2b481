provider "aws" {
  default_tags { tags = { cost_center = "eng-risk" } }
}

# Of volumes' tags, default_tags reach the blocks (since 5.39) and not volume_tags.
resource "aws_instance" "blocks" {
  tags = { team = "fraud-ml" }
  root_block_device {
    volume_size = 100
    tags        = { team = "fraud-ml", mount = "root" }
  }
  ebs_block_device {
    device_name = "/dev/sdf"
    tags        = { team = "fraud-ml", mount = "data" }
  }
}

resource "aws_instance" "some" {
  tags = { team = "fraud-ml" }
  root_block_device { tags = { team = "fraud-ml" } }
  ebs_block_device { device_name = "/dev/sdf" }
}

resource "aws_instance" "volume_tags" {
  tags        = { team = "fraud-ml" }
  volume_tags = { team = "fraud-ml" }
}

resource "aws_instance" "none" {
  tags = { team = "fraud-ml" }
}
