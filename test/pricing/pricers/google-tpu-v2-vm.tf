provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

# Eight chips of v5e, by their name.
resource "google_tpu_v2_vm" "llama" {
  name             = "llama"
  zone             = "us-central1-a"
  runtime_version  = "v2-alpha-tpuv5-lite"
  accelerator_type = "v5litepod-8"
}

# Sixteen chips of v5e, by their topology; taken away when others want them.
resource "google_tpu_v2_vm" "spot" {
  name            = "spot"
  zone            = "us-central1-a"
  runtime_version = "v2-alpha-tpuv5-lite"
  accelerator_config {
    type     = "V5LITE_POD"
    topology = "4x4"
  }
  scheduling_config {
    spot = true
  }
}

# v5p slices are named by their TensorCores: 32 of them are 16 chips.
resource "google_tpu_v2_vm" "train" {
  name             = "train"
  zone             = "us-central1-a"
  runtime_version  = "v2-alpha-tpuv5"
  accelerator_type = "v5p-32"
}

# There is no price for v4 in this region.
resource "google_tpu_v2_vm" "unpriced" {
  name             = "unpriced"
  zone             = "us-central1-a"
  runtime_version  = "tpu-vm-tf-2.13.0"
  accelerator_type = "v4-8"
}

resource "google_tpu_v2_vm" "unheard_of" {
  name             = "unheard-of"
  zone             = "us-central1-a"
  runtime_version  = "v2-alpha"
  accelerator_type = "v99-8"
}
