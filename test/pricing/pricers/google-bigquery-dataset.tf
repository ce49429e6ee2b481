provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_bigquery_dataset" "features" {
  dataset_id = "features"
  location   = "us-central1"
}

resource "google_bigquery_dataset" "logs" {
  dataset_id = "logs"
  location   = "us-central1"
}
