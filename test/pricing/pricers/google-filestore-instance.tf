provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_filestore_instance" "datasets" {
  name     = "datasets"
  location = "us-central1-a"
  tier     = "BASIC_HDD"
  file_shares {
    name        = "data"
    capacity_gb = 1024
  }
}

resource "google_filestore_instance" "unknown" {
  name     = "unknown"
  location = "us-central1-a"
  tier     = "BASIC_HDD"
}
