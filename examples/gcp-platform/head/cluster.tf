resource "google_container_cluster" "ml" {
  name                     = "ml"
  location                 = "us-central1"
  remove_default_node_pool = true
  initial_node_count       = 1
  resource_labels          = local.platform_labels
}

# A node in each of the region's three zones.
resource "google_container_node_pool" "services" {
  name       = "services"
  cluster    = google_container_cluster.ml.name
  location   = "us-central1"
  node_count = 1

  node_config {
    machine_type    = "e2-standard-4"
    disk_type       = "pd-balanced"
    disk_size_gb    = 100
    resource_labels = merge(local.default_labels, local.platform_labels)
  }
}

# The reranker's. G2 machines come with their L4.
resource "google_container_node_pool" "l4" {
  name           = "l4"
  cluster        = google_container_cluster.ml.name
  location       = "us-central1"
  node_locations = ["us-central1-a"]

  autoscaling {
    min_node_count = 1
    max_node_count = 3
  }

  node_config {
    machine_type    = "g2-standard-12"
    disk_type       = "pd-ssd"
    disk_size_gb    = 100
    resource_labels = merge(local.default_labels, local.assist_labels, { lifecycle_phase = "inference" })

    guest_accelerator {
      type  = "nvidia-l4"
      count = 1
    }
  }
}
