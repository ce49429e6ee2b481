provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_container_cluster" "ml" {
  name     = "ml"
  location = "us-central1"
}

# A regional pool has its nodes in three zones.
resource "google_container_node_pool" "default" {
  name       = "default"
  cluster    = google_container_cluster.ml.name
  location   = "us-central1"
  node_count = 1
  node_config {
    machine_type = "n2-standard-8"
  }
}

# G2 machines come with their L4: it is not charged a second time.
resource "google_container_node_pool" "l4" {
  name           = "l4"
  cluster        = google_container_cluster.ml.name
  location       = "us-central1"
  node_locations = ["us-central1-a"]
  autoscaling {
    min_node_count = 1
    max_node_count = 4
  }
  node_config {
    machine_type = "g2-standard-12"
    disk_size_gb = 200
    disk_type    = "pd-ssd"
    guest_accelerator {
      type  = "nvidia-l4"
      count = 1
    }
  }
}

# N1 machines have their GPUs attached, and are charged for both.
resource "google_container_node_pool" "t4" {
  name       = "t4"
  cluster    = google_container_cluster.ml.name
  location   = "us-central1-a"
  node_count = 2
  node_config {
    machine_type = "n1-standard-8"
    guest_accelerator {
      type  = "nvidia-tesla-t4"
      count = 2
    }
  }
}

variable "size" {
  type = string
}

resource "google_container_node_pool" "unknown" {
  cluster    = google_container_cluster.ml.name
  location   = "us-central1-a"
  node_count = 2
  node_config {
    machine_type = var.size
  }
}
