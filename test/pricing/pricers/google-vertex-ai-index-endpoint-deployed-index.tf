provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_vertex_ai_index_endpoint" "articles" {
  display_name = "articles"
  region       = "us-central1"
}

resource "google_vertex_ai_index_endpoint_deployed_index" "articles" {
  deployed_index_id = "articles"
  index             = "projects/acme-ml/locations/us-central1/indexes/1"
  index_endpoint    = google_vertex_ai_index_endpoint.articles.id
  region            = "us-central1"
  dedicated_resources {
    min_replica_count = 2
    max_replica_count = 5
    machine_spec {
      machine_type = "e2-standard-16"
    }
  }
}

resource "google_vertex_ai_index_endpoint_deployed_index" "automatic" {
  deployed_index_id = "automatic"
  index             = "projects/acme-ml/locations/us-central1/indexes/1"
  index_endpoint    = google_vertex_ai_index_endpoint.articles.id
  region            = "us-central1"
  automatic_resources {
    min_replica_count = 1
  }
}
