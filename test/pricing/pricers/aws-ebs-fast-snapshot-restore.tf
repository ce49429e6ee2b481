provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_fast_snapshot_restore" "weights" {
  availability_zone = "us-east-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}
