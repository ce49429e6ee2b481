terraform {
  required_version = ">= 1.9"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 7.0"
    }
    google-beta = {
      source  = "hashicorp/google-beta"
      version = "~> 7.0"
    }
  }
}

provider "google" {
  project        = "acme-ml"
  region         = "us-central1"
  default_labels = local.default_labels
}

provider "google-beta" {
  project        = "acme-ml"
  region         = "us-central1"
  default_labels = local.default_labels
}
