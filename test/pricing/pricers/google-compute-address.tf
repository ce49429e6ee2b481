provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_compute_address" "nat" {
  name = "nat"
}

resource "google_compute_address" "internal" {
  name         = "internal"
  address_type = "INTERNAL"
}
