provider "azurerm" {
  features {}
}

resource "azurerm_kubernetes_cluster" "ml" {
  name                = "ml"
  location            = "eastus"
  resource_group_name = "ml"
  dns_prefix          = "ml"
  default_node_pool {
    name       = "default"
    vm_size    = "Standard_D4s_v5"
    node_count = 1
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "gpu" {
  name                  = "gpu"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.ml.id
  vm_size               = "Standard_NC24ads_A100_v4"
  auto_scaling_enabled  = true
  min_count             = 1
  max_count             = 3
}

resource "azurerm_kubernetes_cluster_node_pool" "spot" {
  name                  = "spot"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.ml.id
  vm_size               = "Standard_D8s_v5"
  node_count            = 2
  priority              = "Spot"
}

resource "azurerm_kubernetes_cluster_node_pool" "elsewhere" {
  name                  = "elsewhere"
  kubernetes_cluster_id = "/subscriptions/0/resourceGroups/ml/providers/Microsoft.ContainerService/managedClusters/other"
  vm_size               = "Standard_D8s_v5"
  node_count            = 2
}
