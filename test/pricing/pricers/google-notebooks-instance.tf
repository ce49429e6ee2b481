provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_notebooks_instance" "research" {
  name         = "research"
  location     = "us-central1-a"
  machine_type = "n1-standard-8"
}

resource "google_notebooks_instance" "l4" {
  name              = "l4"
  location          = "us-central1-a"
  machine_type      = "g2-standard-4"
  boot_disk_type    = "PD_SSD"
  boot_disk_size_gb = 150
}

resource "google_notebooks_instance" "default" {
  name     = "default"
  location = "us-central1-a"
}
