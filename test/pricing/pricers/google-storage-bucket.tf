provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_storage_bucket" "training" {
  name     = "acme-training"
  location = "US-CENTRAL1"
}

resource "google_storage_bucket" "archive" {
  name          = "acme-archive"
  location      = "US-CENTRAL1"
  storage_class = "COLDLINE"
}

resource "google_storage_bucket" "multi" {
  name     = "acme-models"
  location = "US"
}

resource "google_storage_bucket" "pair" {
  name     = "acme-pair"
  location = "US"
  custom_placement_config {
    data_locations = ["US-EAST1", "US-WEST1"]
  }
}
