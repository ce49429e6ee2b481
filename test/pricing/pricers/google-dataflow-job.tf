provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_dataflow_job" "nightly" {
  name              = "nightly"
  template_gcs_path = "gs://acme/templates/nightly"
  temp_gcs_location = "gs://acme/tmp"
}

resource "google_dataflow_job" "stream" {
  name                    = "stream"
  template_gcs_path       = "gs://acme/templates/stream"
  temp_gcs_location       = "gs://acme/tmp"
  enable_streaming_engine = true
}
