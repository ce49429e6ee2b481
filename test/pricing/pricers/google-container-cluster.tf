provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

# Its pools are resources of their own.
resource "google_container_cluster" "ml" {
  name                     = "ml"
  location                 = "us-central1"
  remove_default_node_pool = true
  initial_node_count       = 1
}

resource "google_container_cluster" "autopilot" {
  name             = "autopilot"
  location         = "us-central1"
  enable_autopilot = true
}

# A regional cluster has its default pool in three zones.
resource "google_container_cluster" "default_pool" {
  name               = "default-pool"
  location           = "us-central1"
  initial_node_count = 1
  node_config {
    machine_type = "e2-standard-4"
    disk_type    = "pd-ssd"
  }
}

resource "google_container_cluster" "inline_pools" {
  name     = "inline-pools"
  location = "us-central1-a"
  node_pool {
    name       = "system"
    node_count = 2
  }
  node_pool {
    name = "gpu"
    autoscaling {
      min_node_count = 0
      max_node_count = 4
    }
    node_config {
      machine_type = "n1-standard-8"
      spot         = true
      guest_accelerator {
        type  = "nvidia-tesla-t4"
        count = 1
      }
    }
  }
}

variable "machine_type" {
  type = string
}

resource "google_container_cluster" "unknown_pool" {
  name     = "unknown-pool"
  location = "us-central1-a"
  node_pool {
    node_count = 2
    node_config {
      machine_type = var.machine_type
    }
  }
}

# The fee is the same in all regions.
resource "google_container_cluster" "no_region" {
  provider                 = google.worldwide
  name                     = "no-region"
  remove_default_node_pool = true
}

provider "google" {
  alias   = "worldwide"
  project = "acme-ml"
}

# The fee is known where the place is not.
variable "location" {
  type = string
}

resource "google_container_cluster" "unknown_place" {
  name               = "unknown-place"
  location           = var.location
  initial_node_count = 1
}
