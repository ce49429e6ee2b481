provider "aws" {
  region = "us-east-1"
}

resource "aws_neptune_cluster_instance" "graph" {
  cluster_identifier = "graph"
  instance_class     = "db.r4.large"
}

resource "aws_neptune_cluster_instance" "serverless" {
  cluster_identifier = "graph"
  instance_class     = "db.serverless"
}

resource "aws_neptune_cluster_instance" "no_price" {
  cluster_identifier = "graph"
}
