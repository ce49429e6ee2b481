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
