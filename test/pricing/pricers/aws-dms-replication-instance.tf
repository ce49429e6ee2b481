provider "aws" {
  region = "us-east-1"
}

resource "aws_dms_replication_instance" "history" {
  replication_instance_id    = "history"
  replication_instance_class = "dms.t3.medium"
  allocated_storage          = 100
}
