provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_vertex_ai_endpoint" "fraud" {
  name         = "fraud"
  display_name = "fraud"
  location     = "us-central1"
}
