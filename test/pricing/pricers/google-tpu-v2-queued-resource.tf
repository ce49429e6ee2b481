provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

provider "google-beta" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_tpu_v2_queued_resource" "train" {
  provider = google-beta
  name     = "train"
  zone     = "us-central1-a"
  tpu {
    node_spec {
      parent  = "projects/acme-ml/locations/us-central1-a"
      node_id = "train"
      node {
        runtime_version  = "v2-alpha-tpuv6e"
        accelerator_type = "v6e-16"
      }
    }
  }
}

variable "slice" {
  type = string
}

resource "google_tpu_v2_queued_resource" "unknown" {
  provider = google-beta
  name     = "unknown"
  zone     = "us-central1-a"
  tpu {
    node_spec {
      parent = "projects/acme-ml/locations/us-central1-a"
      node {
        runtime_version  = "v2-alpha-tpuv6e"
        accelerator_type = var.slice
      }
    }
  }
}
