provider "aws" {
  region = "us-east-1"
}

resource "aws_docdb_cluster_instance" "features" {
  cluster_identifier = "features"
  instance_class     = "db.r5.4xlarge"
}

resource "aws_docdb_cluster_instance" "no_price" {
  cluster_identifier = "features"
  instance_class     = "db.r6g.large"
}

resource "aws_docdb_cluster_instance" "serverless" {
  cluster_identifier = "features"
  instance_class     = "db.serverless"
}
