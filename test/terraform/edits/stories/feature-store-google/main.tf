provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_compute_instance" "train" {
  name         = "fraud-train"
  machine_type = "a2-highgpu-1g"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
}

resource "google_storage_bucket" "features" {
  name     = "acme-features"
  location = "US"
  labels = {
    managed_by = "terraform"
  }
}

resource "google_sql_database_instance" "features" {
  name             = "features"
  database_version = "POSTGRES_15"

  settings {
    tier = "db-custom-4-16384"
  }
}
