provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_vertex_ai_featurestore" "fixed" {
  name   = "fixed"
  region = "us-central1"
  online_serving_config {
    fixed_node_count = 2
  }
}

resource "google_vertex_ai_featurestore" "scaled" {
  name   = "scaled"
  region = "us-central1"
  online_serving_config {
    scaling {
      min_node_count = 1
      max_node_count = 5
    }
  }
}

# Without online serving, what it stores is charged.
resource "google_vertex_ai_featurestore" "offline" {
  name   = "offline"
  region = "us-central1"
}
