provider "aws" {
  region = "us-east-1"
}

resource "aws_memorydb_cluster" "vectors" {
  acl_name   = "open-access"
  name       = "vectors"
  node_type  = "db.r6g.large"
  num_shards = 2
}
