import type { KnownModule } from './known-module.ts'

// https://registry.terraform.io/modules/Azure/aks/azurerm
export const azureAks: KnownModule = {
  source: 'Azure/aks/azurerm',
  main: `
variable "location" { default = null }
variable "tags" { default = {} }
variable "agents_tags" { default = {} }
variable "agents_size" { default = "Standard_D2s_v3" }
variable "agents_count" { default = 2 }
variable "sku_tier" { default = "Free" }

resource "azurerm_kubernetes_cluster" "main" {
  location = var.location
  sku_tier = var.sku_tier
  tags     = var.tags
  default_node_pool {
    vm_size    = var.agents_size
    node_count = var.agents_count
    tags       = merge(var.tags, var.agents_tags)
  }
}
`,
}
