provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_bigquery_reservation" "us" {
  name          = "us"
  location      = "US"
  edition       = "ENTERPRISE"
  slot_capacity = 100
  autoscale {
    max_slots = 400
  }
}

resource "google_bigquery_reservation" "unset" {
  name          = "unset"
  location      = "US"
  slot_capacity = 100
}
