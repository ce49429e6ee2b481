provider "google" {
  default_labels = { cost_center = "eng-risk" }
}

variable "template" {}

resource "google_compute_instance_template" "gpu" {
  machine_type = "g2-standard-4"
  labels       = { team = "fraud-ml", env = "prod" }
}

resource "google_compute_instance_group_manager" "gpu" {
  version { instance_template = google_compute_instance_template.gpu.self_link_unique }
  all_instances_config {
    labels = { env = "staging" }
  }
}

resource "google_compute_instance_group_manager" "unseen" {
  version { instance_template = var.template }
}
