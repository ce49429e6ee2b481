resource "google_storage_bucket" "corpus" {
  name     = "acme-ml-corpus"
  location = "US-CENTRAL1"
  labels   = merge(local.assist_labels, { lifecycle_phase = "training" })
}

resource "google_sql_database_instance" "sessions" {
  name             = "sessions"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    tier              = "db-custom-4-15360"
    edition           = "ENTERPRISE"
    availability_type = "REGIONAL"
    disk_size         = 100
    user_labels       = merge(local.default_labels, local.assist_labels, { lifecycle_phase = "inference" })
  }
}
