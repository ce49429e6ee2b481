provider "aws" {
  region = "us-east-1"
}

# Experiment tracking.
resource "aws_db_instance" "mlflow" {
  engine            = "postgres"
  instance_class    = "db.t3.medium"
  allocated_storage = 100
  storage_type      = "gp3"
}

resource "aws_db_instance" "features" {
  engine             = "mysql"
  instance_class     = "db.r5.2xlarge"
  multi_az           = true
  allocated_storage  = 1000
  storage_type       = "gp3"
  iops               = 16000
  storage_throughput = 700
}

resource "aws_db_instance" "ledger" {
  engine            = "postgres"
  instance_class    = "db.m5.large"
  allocated_storage = 500
  iops              = 3000
}

resource "aws_db_instance" "oracle" {
  engine            = "oracle-ee"
  instance_class    = "db.m5.large"
  allocated_storage = 100
}

resource "aws_db_instance" "replica" {
  instance_class      = "db.m5.large"
  replicate_source_db = "arn:aws:rds:us-east-1:123456789012:db:elsewhere"
}

variable "gib" {
  type = number
}

resource "aws_db_instance" "unknown_storage" {
  engine            = "postgres"
  instance_class    = "db.t3.medium"
  allocated_storage = var.gib
}

# A replica has the engine of its source.
resource "aws_db_instance" "mlflow_replica" {
  instance_class      = "db.t3.medium"
  replicate_source_db = aws_db_instance.mlflow.arn
}

resource "aws_db_instance" "from_snapshot" {
  instance_class      = "db.m5.large"
  snapshot_identifier = "nightly"
}
