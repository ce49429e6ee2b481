provider "aws" {
  region = "us-east-1"
}

resource "aws_dax_cluster" "features" {
  cluster_name       = "features"
  iam_role_arn       = "arn:aws:iam::123456789012:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3
}
