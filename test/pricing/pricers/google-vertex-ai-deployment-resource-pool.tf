provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_vertex_ai_deployment_resource_pool" "shared" {
  name   = "shared"
  region = "us-central1"
  dedicated_resources {
    min_replica_count = 1
    max_replica_count = 2
    machine_spec {
      machine_type = "n1-standard-4"
    }
  }
}

# As in us-central1: the facts hold no other region's price.
resource "google_vertex_ai_deployment_resource_pool" "netherlands" {
  name   = "netherlands"
  region = "europe-west4"
  dedicated_resources {
    min_replica_count = 1
    machine_spec {
      machine_type = "n1-standard-4"
    }
  }
}

resource "google_vertex_ai_deployment_resource_pool" "empty" {
  name   = "empty"
  region = "us-central1"
}
