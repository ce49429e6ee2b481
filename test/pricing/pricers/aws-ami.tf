provider "aws" {
  region = "us-east-1"
}

resource "aws_ami" "training" {
  name                = "training"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = "snap-0123456789abcdef0"
    volume_size = 200
  }
}

resource "aws_ami_from_instance" "golden" {
  name               = "golden"
  source_instance_id = "i-0123456789abcdef0"
}
