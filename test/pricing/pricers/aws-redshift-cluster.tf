provider "aws" {
  region = "us-east-1"
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier = "warehouse"
  node_type          = "ra3.4xlarge"
  number_of_nodes    = 4
}

resource "aws_redshift_cluster" "plus" {
  cluster_identifier = "plus"
  node_type          = "ra3.xlplus"
}

resource "aws_redshift_cluster" "old" {
  cluster_identifier = "old"
  node_type          = "dc2.large"
  number_of_nodes    = 2
}
