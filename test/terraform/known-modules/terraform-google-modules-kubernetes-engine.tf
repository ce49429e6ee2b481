provider "google" { region = "us-central1" }

module "gke" {
  source                  = "terraform-google-modules/kubernetes-engine/google"
  name                    = "serving"
  region                  = "us-central1"
  cluster_resource_labels = { team = "search-ml" }
  node_pools = [
    { name = "gpu", machine_type = "g2-standard-8", max_count = 4 },
  ]
}
