provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "features" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster" "busy" {
  engine       = "aurora-mysql"
  storage_type = "aurora-iopt1"
}

resource "aws_rds_cluster" "multi_az" {
  engine                    = "postgres"
  db_cluster_instance_class = "db.r6gd.large"
  allocated_storage         = 100
  storage_type              = "io1"
  iops                      = 1000
}
