provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_compute_instance_template" "worker" {
  machine_type = "n1-standard-4"
  disk {
    source_image = "debian-cloud/debian-12"
    boot         = true
    disk_size_gb = 50
  }
  disk {
    type         = "SCRATCH"
    disk_type    = "local-ssd"
    disk_size_gb = 375
    boot         = false
  }
}

resource "google_compute_instance_from_template" "one" {
  name                     = "one"
  zone                     = "us-central1-a"
  source_instance_template = google_compute_instance_template.worker.self_link_unique
}

resource "google_compute_instance_from_template" "larger" {
  name                     = "larger"
  zone                     = "us-central1-a"
  machine_type             = "n1-standard-8"
  source_instance_template = google_compute_instance_template.worker.id
}

resource "google_compute_instance_from_template" "elsewhere" {
  name                     = "elsewhere"
  zone                     = "us-central1-a"
  source_instance_template = "made-by-hand"
}
