provider "azurerm" {
  features {}
}

resource "azurerm_kubernetes_cluster" "free" {
  name                = "free"
  location            = "eastus"
  resource_group_name = "ml"
  dns_prefix          = "free"
  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 2
  }
}

resource "azurerm_kubernetes_cluster" "ml" {
  name                = "ml"
  location            = "eastus"
  resource_group_name = "ml"
  dns_prefix          = "ml"
  sku_tier            = "Standard"
  default_node_pool {
    name                 = "system"
    vm_size              = "Standard_D4s_v5"
    auto_scaling_enabled = true
    min_count            = 1
    max_count            = 5
  }
}

resource "azurerm_kubernetes_cluster" "long" {
  name                = "long"
  location            = "eastus"
  resource_group_name = "ml"
  dns_prefix          = "long"
  sku_tier            = "Premium"
  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }
}
