provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "memcached"
  node_type       = "cache.m5.large"
  num_cache_nodes = 3
}

resource "aws_elasticache_cluster" "reader" {
  cluster_id           = "reader"
  replication_group_id = "features"
}

resource "aws_elasticache_replication_group" "embeddings" {
  replication_group_id = "embeddings"
  description          = "embeddings"
  node_type            = "cache.r6g.large"
}

resource "aws_elasticache_cluster" "embeddings_reader" {
  cluster_id           = "embeddings-reader"
  replication_group_id = aws_elasticache_replication_group.embeddings.id
}
