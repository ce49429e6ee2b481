provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_compute_global_address" "ingress" {
  name = "ingress"
}

# A range for peering with services is internal.
resource "google_compute_global_address" "peering" {
  name         = "peering"
  address_type = "INTERNAL"
  purpose      = "VPC_PEERING"
}
