resource "azurerm_kubernetes_cluster" "serving" {
  name                = "serving"
  location            = azurerm_resource_group.ml.location
  resource_group_name = azurerm_resource_group.ml.name
  dns_prefix          = "serving"
  sku_tier            = "Standard"
  tags                = local.platform

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 2
    # The cluster's own tags do not reach its nodes.
    tags = local.platform
  }
}

# A pool has tags of its own: nothing comes from the cluster.
resource "azurerm_kubernetes_cluster_node_pool" "gpu" {
  name                  = "gpu"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.serving.id
  vm_size               = "Standard_NC24ads_A100_v4"
  auto_scaling_enabled  = true
  min_count             = 1
  max_count             = 3
}

resource "azurerm_public_ip" "serving" {
  name                = "serving"
  location            = azurerm_resource_group.ml.location
  resource_group_name = azurerm_resource_group.ml.name
  allocation_method   = "Static"
  tags                = local.platform
}
