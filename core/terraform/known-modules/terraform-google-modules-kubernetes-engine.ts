import type { KnownModule } from './known-module.ts'

// https://registry.terraform.io/modules/terraform-google-modules/kubernetes-engine/google
export const terraformGoogleModulesKubernetesEngine: KnownModule = {
  source: 'terraform-google-modules/kubernetes-engine/google',
  main: `
variable "name" { default = null }
variable "region" { default = null }
variable "cluster_resource_labels" { default = {} }
variable "node_pools" { default = [] }

resource "google_container_cluster" "primary" {
  name            = var.name
  location        = var.region
  resource_labels = var.cluster_resource_labels
}

resource "google_container_node_pool" "pools" {
  for_each = { for pool in var.node_pools : pool.name => pool }
  name     = each.key
  cluster  = google_container_cluster.primary.name
  location = var.region
  node_config {
    machine_type = try(each.value.machine_type, "e2-medium")
    spot         = try(each.value.spot, false)
    resource_labels = var.cluster_resource_labels
  }
}
`,
}
