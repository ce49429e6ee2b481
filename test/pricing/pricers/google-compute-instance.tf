provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

# A notebook server of N1 has its T4 attached, and is charged for both.
resource "google_compute_instance" "notebook" {
  name         = "notebook"
  zone         = "us-central1-a"
  machine_type = "n1-standard-8"
  boot_disk {
    initialize_params {
      size = 100
      type = "pd-balanced"
    }
  }
  scratch_disk {
    interface = "NVME"
  }
  guest_accelerator {
    type  = "nvidia-tesla-t4"
    count = 2
  }
  network_interface {
    network = "default"
    access_config {}
  }
}

# G2 machines come with their L4: it is not charged a second time.
resource "google_compute_instance" "llama" {
  name         = "llama"
  zone         = "us-central1-a"
  machine_type = "g2-standard-12"
  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
  guest_accelerator {
    type  = "nvidia-l4"
    count = 1
  }
}

resource "google_compute_instance" "batch" {
  name         = "batch"
  zone         = "us-central1-b"
  machine_type = "a2-highgpu-1g"
  boot_disk {
    source = "disks/batch"
  }
  scheduling {
    preemptible        = true
    provisioning_model = "SPOT"
  }
}

# Of a size of its own: priced by vCPUs and memory.
resource "google_compute_instance" "custom" {
  name         = "custom"
  zone         = "us-central1-b"
  machine_type = "n2-custom-6-20480"
}

# The provider of betas makes the same instances.
resource "google_compute_instance" "beta" {
  provider     = google-beta
  name         = "beta"
  zone         = "us-central1-b"
  machine_type = "e2-standard-4"
}

provider "google-beta" {
  region = "us-central1"
}

variable "size" {
  type = string
}

resource "google_compute_instance" "unknown" {
  name         = "unknown"
  zone         = "us-central1-b"
  machine_type = var.size
}

resource "google_compute_instance" "unpriced" {
  name         = "unpriced"
  zone         = "us-central1-b"
  machine_type = "a4-highgpu-8g"
}
