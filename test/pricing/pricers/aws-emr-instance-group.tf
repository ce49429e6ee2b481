provider "aws" {
  region = "us-east-1"
}

resource "aws_emr_instance_group" "task" {
  cluster_id     = "j-ABCDEFGHIJKLM"
  instance_type  = "m5.2xlarge"
  instance_count = 3

  ebs_config {
    size = 64
    type = "gp2"
  }
}
