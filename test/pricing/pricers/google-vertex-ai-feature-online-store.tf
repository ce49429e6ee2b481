provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_vertex_ai_feature_online_store" "bigtable" {
  name   = "bigtable"
  region = "us-central1"
  bigtable {
    auto_scaling {
      min_node_count = 1
      max_node_count = 3
    }
  }
}

resource "google_vertex_ai_feature_online_store" "optimized" {
  name   = "optimized"
  region = "us-central1"
  optimized {}
}

resource "google_vertex_ai_feature_online_store" "neither" {
  name   = "neither"
  region = "us-central1"
}
