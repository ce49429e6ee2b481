provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_bigquery_dataset" "features" {
  dataset_id = "features"
  location   = "us-central1"
}

resource "google_bigquery_table" "clicks" {
  dataset_id = google_bigquery_dataset.features.dataset_id
  table_id   = "clicks"
}

resource "google_bigquery_table" "elsewhere" {
  dataset_id = "made_by_hand"
  table_id   = "elsewhere"
}
