provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_dataproc_cluster" "features" {
  name   = "features"
  region = "us-central1"
  cluster_config {
    master_config {
      machine_type = "n2-standard-4"
    }
    worker_config {
      num_instances = 3
      machine_type  = "n2-standard-8"
      disk_config {
        boot_disk_size_gb = 200
        boot_disk_type    = "pd-ssd"
        num_local_ssds    = 1
      }
    }
  }
}

resource "google_dataproc_cluster" "default" {
  name   = "default"
  region = "us-central1"
}
