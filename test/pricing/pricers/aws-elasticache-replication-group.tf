provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "features" {
  replication_group_id = "features"
  description          = "online features"
  node_type            = "cache.r6g.large"
  num_cache_clusters   = 2
}

resource "aws_elasticache_replication_group" "sharded" {
  replication_group_id    = "embeddings"
  description             = "embeddings"
  engine                  = "valkey"
  node_type               = "cache.r6g.xlarge"
  num_node_groups         = 3
  replicas_per_node_group = 1
}
