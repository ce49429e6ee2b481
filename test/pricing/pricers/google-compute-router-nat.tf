provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_compute_router_nat" "all" {
  name   = "all"
  router = "main"
}

resource "google_compute_router_nat" "four_machines" {
  name   = "four-machines"
  router = "main"
}
