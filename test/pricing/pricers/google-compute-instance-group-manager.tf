provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

# Inference servers: three now, between two and ten.
resource "google_compute_instance_template" "ranker" {
  machine_type = "g2-standard-4"
  disk {
    source_image = "debian-cloud/debian-12"
    boot         = true
    disk_size_gb = 100
    disk_type    = "pd-ssd"
  }
  scheduling {
    provisioning_model = "STANDARD"
  }
}

resource "google_compute_instance_group_manager" "ranker" {
  name               = "ranker"
  zone               = "us-central1-a"
  base_instance_name = "ranker"
  target_size        = 3
  version {
    instance_template = google_compute_instance_template.ranker.self_link_unique
  }
}

resource "google_compute_autoscaler" "ranker" {
  name   = "ranker"
  zone   = "us-central1-a"
  target = google_compute_instance_group_manager.ranker.id
  autoscaling_policy {
    min_replicas = 2
    max_replicas = 10
  }
}

# Its autoscaler alone says how many there are.
resource "google_compute_region_instance_group_manager" "batch" {
  name               = "batch"
  region             = "us-central1"
  base_instance_name = "batch"
  version {
    instance_template = google_compute_instance_template.ranker.id
  }
}

resource "google_compute_region_autoscaler" "batch" {
  name   = "batch"
  region = "us-central1"
  target = google_compute_region_instance_group_manager.batch.id
  autoscaling_policy {
    min_replicas = 1
    max_replicas = 4
  }
}

resource "google_compute_instance_group_manager" "unknown" {
  name               = "unknown"
  zone               = "us-central1-a"
  base_instance_name = "unknown"
  version {
    instance_template = google_compute_instance_template.ranker.id
  }
}
