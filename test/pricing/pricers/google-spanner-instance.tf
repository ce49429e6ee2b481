provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_spanner_instance" "metadata" {
  config           = "regional-us-central1"
  display_name     = "metadata"
  processing_units = 500
}

resource "google_spanner_instance" "unset" {
  config       = "regional-us-central1"
  display_name = "unset"
}
