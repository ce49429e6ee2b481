import type { KnownModule } from './known-module.ts'

// https://registry.terraform.io/modules/terraform-google-modules/kubernetes-engine/google
export const terraformGoogleModulesKubernetesEngine: KnownModule = {
  source: 'terraform-google-modules/kubernetes-engine/google',
  main: `
variable "name" { default = null }
variable "regional" { default = true }
variable "region" { default = null }
variable "zones" { default = [] }
variable "cluster_resource_labels" { default = {} }
variable "node_pools" { default = [{ name = "default-node-pool" }] }

locals {
  location = var.regional ? var.region : var.zones[0]
}

resource "google_container_cluster" "primary" {
  name            = var.name
  location        = local.location
  resource_labels = var.cluster_resource_labels
}

resource "google_container_node_pool" "pools" {
  for_each           = { for pool in var.node_pools : pool.name => pool }
  name               = each.key
  cluster            = google_container_cluster.primary.name
  location           = local.location
  node_locations     = try(split(",", each.value.node_locations), null)
  node_count         = try(each.value.autoscaling, true) ? null : try(each.value.node_count, 1)
  initial_node_count = try(each.value.autoscaling, true) ? try(each.value.initial_node_count, each.value.min_count, 1) : null
  dynamic "autoscaling" {
    for_each = try(each.value.autoscaling, true) ? [1] : []
    content {
      min_node_count       = try(each.value.total_min_count, null) != null ? null : try(each.value.min_count, 1)
      max_node_count       = try(each.value.total_max_count, null) != null ? null : try(each.value.max_count, 100)
      total_min_node_count = try(each.value.total_min_count, null)
      total_max_node_count = try(each.value.total_max_count, null)
    }
  }
  node_config {
    machine_type    = try(each.value.machine_type, "e2-medium")
    disk_size_gb    = try(each.value.disk_size_gb, 100)
    disk_type       = try(each.value.disk_type, "pd-standard")
    spot            = try(each.value.spot, false)
    resource_labels = var.cluster_resource_labels
  }
}
`,
}
