provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

# N1 has a price in the facts with Vertex AI's fee in it.
resource "google_workbench_instance" "research" {
  name     = "research"
  location = "us-central1-a"
  gce_setup {
    machine_type = "n1-standard-4"
    accelerator_configs {
      type       = "NVIDIA_TESLA_T4"
      core_count = 1
    }
    boot_disk {
      disk_size_gb = 200
      disk_type    = "PD_SSD"
    }
  }
}

resource "google_workbench_instance" "small" {
  name     = "small"
  location = "us-central1-a"
  gce_setup {
    machine_type = "e2-standard-4"
  }
}

resource "google_workbench_instance" "default" {
  name     = "default"
  location = "us-central1-a"
}
