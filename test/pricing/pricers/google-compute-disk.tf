provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_compute_disk" "features" {
  name = "features"
  zone = "us-central1-a"
  type = "pd-ssd"
  size = 500
}

# Without a type it is a standard disk.
resource "google_compute_disk" "archive" {
  name = "archive"
  zone = "us-central1-a"
  size = 2000
}

# There is no price for Hyperdisk Balanced, whatever its size is.
resource "google_compute_disk" "hyperdisk" {
  name = "hyperdisk"
  zone = "us-central1-a"
  type = "hyperdisk-balanced"
  size = 1000
}

resource "google_compute_disk" "extreme" {
  name = "extreme"
  zone = "us-central1-a"
  type = "hyperdisk-extreme"
  size = 1000
}

resource "google_compute_disk" "from_snapshot" {
  name     = "from-snapshot"
  zone     = "us-central1-a"
  snapshot = "models-2026-11"
}
