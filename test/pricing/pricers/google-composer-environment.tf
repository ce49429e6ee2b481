provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_composer_environment" "pipelines" {
  name   = "pipelines"
  region = "us-central1"
  config {
    workloads_config {
      scheduler {
        cpu       = 0.5
        memory_gb = 2
        count     = 1
      }
      web_server {
        cpu       = 0.5
        memory_gb = 2
      }
      worker {
        cpu       = 1
        memory_gb = 4
        min_count = 1
        max_count = 3
      }
    }
  }
}

resource "google_composer_environment" "default" {
  name   = "default"
  region = "us-central1"
}
