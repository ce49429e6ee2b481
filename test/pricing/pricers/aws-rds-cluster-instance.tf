provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "features" {
  cluster_identifier = "features"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "features" {
  count              = 2
  cluster_identifier = aws_rds_cluster.features.id
  engine             = aws_rds_cluster.features.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster" "busy" {
  cluster_identifier = "busy"
  engine             = "aurora-mysql"
  storage_type       = "aurora-iopt1"
}

resource "aws_rds_cluster_instance" "busy" {
  cluster_identifier = aws_rds_cluster.busy.cluster_identifier
  engine             = "aurora-mysql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "serverless" {
  cluster_identifier = aws_rds_cluster.features.id
  engine             = "aurora-postgresql"
  instance_class     = "db.serverless"
}

resource "aws_rds_cluster_instance" "elsewhere" {
  cluster_identifier = "made-in-the-console"
  engine             = "aurora-mysql"
  instance_class     = "db.r6g.large"
}
