provider "azurerm" {
  features {}
}

resource "azurerm_batch_pool" "features" {
  name                = "features"
  location            = "eastus"
  resource_group_name = "ml"
  account_name        = "ml"
  node_agent_sku_id   = "batch.node.ubuntu 22.04"
  vm_size             = "STANDARD_D4S_V5"
  fixed_scale {
    target_dedicated_nodes = 3
  }
}

resource "azurerm_batch_pool" "cheap" {
  name                = "cheap"
  location            = "eastus"
  resource_group_name = "ml"
  account_name        = "ml"
  node_agent_sku_id   = "batch.node.ubuntu 22.04"
  vm_size             = "STANDARD_D4S_V5"
  fixed_scale {
    target_dedicated_nodes    = 1
    target_low_priority_nodes = 4
  }
}

resource "azurerm_batch_pool" "formula" {
  name                = "formula"
  location            = "eastus"
  resource_group_name = "ml"
  account_name        = "ml"
  node_agent_sku_id   = "batch.node.ubuntu 22.04"
  vm_size             = "STANDARD_D4S_V5"
  auto_scale {
    formula = "x"
  }
}
