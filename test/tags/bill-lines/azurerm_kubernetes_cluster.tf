resource "azurerm_kubernetes_cluster" "ml" {
  name = "ml"
  default_node_pool {
    name = "default"
    tags = { team = "ml-platform" }
  }
  tags = { team = "fraud-ml", model_id = "shared" }
}

resource "azurerm_kubernetes_cluster" "bare" {
  name = "bare"
  default_node_pool { name = "default" }
  tags = { team = "fraud-ml" }
}
