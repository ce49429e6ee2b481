provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

# G2 machines come with their L4: it is not charged a second time.
resource "google_vertex_ai_endpoint_with_model_garden_deployment" "gemma" {
  publisher_model_name = "publishers/google/models/gemma3@gemma-3-1b-it"
  location             = "us-central1"
  deploy_config {
    dedicated_resources {
      min_replica_count = 1
      max_replica_count = 3
      machine_spec {
        machine_type      = "g2-standard-12"
        accelerator_type  = "NVIDIA_L4"
        accelerator_count = 1
      }
    }
  }
}

# N1 has a price of its own, and its GPU as well.
resource "google_vertex_ai_endpoint_with_model_garden_deployment" "t4" {
  publisher_model_name = "publishers/google/models/paligemma@paligemma-224-float32"
  location             = "us-central1"
  deploy_config {
    dedicated_resources {
      min_replica_count = 2
      machine_spec {
        machine_type      = "n1-standard-8"
        accelerator_type  = "NVIDIA_TESLA_T4"
        accelerator_count = 1
      }
    }
  }
}

resource "google_vertex_ai_endpoint_with_model_garden_deployment" "spot" {
  publisher_model_name = "publishers/google/models/gemma3@gemma-3-1b-it"
  location             = "us-central1"
  deploy_config {
    dedicated_resources {
      min_replica_count = 1
      spot              = true
      machine_spec {
        machine_type = "g2-standard-12"
      }
    }
  }
}

resource "google_vertex_ai_endpoint_with_model_garden_deployment" "chosen" {
  publisher_model_name = "publishers/google/models/gemma3@gemma-3-1b-it"
  location             = "us-central1"
}
