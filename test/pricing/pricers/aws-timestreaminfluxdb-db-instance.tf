provider "aws" {
  region = "us-east-1"
}

resource "aws_timestreaminfluxdb_db_instance" "metrics" {
  name                   = "metrics"
  db_instance_type       = "db.influx.large"
  allocated_storage      = 100
  password               = "changed-by-hand"
  vpc_security_group_ids = ["sg-a"]
  vpc_subnet_ids         = ["subnet-a"]
}
