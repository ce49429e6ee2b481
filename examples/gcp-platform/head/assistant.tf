resource "google_vertex_ai_endpoint" "assistant" {
  name         = "assistant"
  display_name = "assistant"
  location     = "us-central1"
  labels       = merge(local.assist_labels, { lifecycle_phase = "inference" })
}

resource "google_vertex_ai_deployment_resource_pool" "assistant" {
  name   = "assistant"
  region = "us-central1"

  dedicated_resources {
    min_replica_count = 2
    max_replica_count = 4

    machine_spec {
      machine_type      = "g2-standard-12"
      accelerator_type  = "NVIDIA_L4"
      accelerator_count = 1
    }
  }
}

resource "google_workbench_instance" "research" {
  name     = "assist-research"
  location = "us-central1-a"
  labels   = merge(local.assist_labels, { lifecycle_phase = "development" })

  gce_setup {
    machine_type = "n1-standard-4"
  }
}
