provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_redis_instance" "cache" {
  name           = "cache"
  memory_size_gb = 5
}

resource "google_redis_instance" "features" {
  name           = "features"
  tier           = "STANDARD_HA"
  memory_size_gb = 64
}

resource "google_redis_instance" "replicas" {
  name               = "replicas"
  tier               = "STANDARD_HA"
  memory_size_gb     = 16
  read_replicas_mode = "READ_REPLICAS_ENABLED"
  replica_count      = 2
}
