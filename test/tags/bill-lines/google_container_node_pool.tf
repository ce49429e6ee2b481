provider "google" {
  default_labels = { cost_center = "eng-risk" }
}

resource "google_container_cluster" "ml" {
  name            = "ml"
  resource_labels = { team = "ml-platform", env = "prod" }
}

resource "google_container_node_pool" "gpu" {
  cluster = google_container_cluster.ml.name
  node_config {
    labels          = { model_id = "a label of Kubernetes" }
    resource_labels = { team = "fraud-ml" }
  }
}

resource "google_container_node_pool" "cpu" {
  cluster = google_container_cluster.ml.id
}
