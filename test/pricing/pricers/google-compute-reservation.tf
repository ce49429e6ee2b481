provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

# Eight A100s are kept free for training.
resource "google_compute_reservation" "a100" {
  name = "a100"
  zone = "us-central1-a"
  specific_reservation {
    count = 1
    instance_properties {
      machine_type = "a2-highgpu-8g"
      local_ssds {
        disk_size_gb = 375
        interface    = "NVME"
      }
    }
  }
}

resource "google_compute_reservation" "t4" {
  name = "t4"
  zone = "us-central1-a"
  specific_reservation {
    count = 2
    instance_properties {
      machine_type = "n1-standard-4"
      guest_accelerators {
        accelerator_type  = "nvidia-tesla-t4"
        accelerator_count = 1
      }
    }
  }
}

resource "google_compute_reservation" "unknown" {
  name = "unknown"
  zone = "us-central1-a"
}
