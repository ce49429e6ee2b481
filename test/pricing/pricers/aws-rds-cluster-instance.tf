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

# Scaled between its cluster's bounds; once with an average that somebody measured.
resource "aws_rds_cluster" "elastic" {
  cluster_identifier = "elastic"
  engine             = "aurora-postgresql"

  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 16
  }
}

resource "aws_rds_cluster_instance" "elastic" {
  cluster_identifier = aws_rds_cluster.elastic.id
  engine             = "aurora-postgresql"
  instance_class     = "db.serverless"
}

resource "aws_rds_cluster_instance" "measured" {
  cluster_identifier = aws_rds_cluster.elastic.id
  engine             = "aurora-postgresql"
  instance_class     = "db.serverless"
}
