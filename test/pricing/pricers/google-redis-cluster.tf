provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_redis_cluster" "features" {
  name          = "features"
  shard_count   = 3
  replica_count = 1
}

resource "google_redis_cluster" "small" {
  name        = "small"
  shard_count = 3
  node_type   = "REDIS_STANDARD_SMALL"
}
