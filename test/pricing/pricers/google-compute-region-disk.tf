provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

# Kept in two zones.
resource "google_compute_region_disk" "models" {
  name          = "models"
  region        = "us-central1"
  type          = "pd-balanced"
  size          = 200
  replica_zones = ["us-central1-a", "us-central1-f"]
}

resource "google_compute_region_disk" "from_snapshot" {
  name          = "from-snapshot"
  region        = "us-central1"
  snapshot      = "models-2026-11"
  replica_zones = ["us-central1-a", "us-central1-f"]
}
