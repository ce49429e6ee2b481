provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_bigtable_instance" "features" {
  name = "features"
  cluster {
    cluster_id = "features-1"
    zone       = "us-central1-a"
    autoscaling_config {
      min_nodes = 1
      max_nodes = 5
    }
  }
}
