provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_kms_crypto_key" "training" {
  name     = "training"
  key_ring = "projects/acme-ml/locations/us-central1/keyRings/ml"
}

resource "google_kms_crypto_key" "hsm" {
  name     = "hsm"
  key_ring = "projects/acme-ml/locations/us-central1/keyRings/ml"
  version_template {
    algorithm        = "GOOGLE_SYMMETRIC_ENCRYPTION"
    protection_level = "HSM"
  }
}
