provider "azurerm" {
  features {}
}

resource "azurerm_machine_learning_workspace" "ml" {
  name                    = "ml"
  location                = "eastus"
  resource_group_name     = "ml"
  application_insights_id = "ai"
  key_vault_id            = "kv"
  storage_account_id      = "sa"
  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "eastus"
  vm_size                       = "STANDARD_NC24ADS_A100_V4"
  vm_priority                   = "Dedicated"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT5M"
  }
}

resource "azurerm_machine_learning_compute_cluster" "warm" {
  name                          = "warm"
  vm_size                       = "Standard_D4s_v5"
  vm_priority                   = "Dedicated"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
  scale_settings {
    min_node_count                       = 1
    max_node_count                       = 3
    scale_down_nodes_after_idle_duration = "PT5M"
  }
}

resource "azurerm_machine_learning_compute_cluster" "cheap" {
  name                          = "cheap"
  location                      = "eastus"
  vm_size                       = "Standard_NC24ads_A100_v4"
  vm_priority                   = "LowPriority"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 8
    scale_down_nodes_after_idle_duration = "PT5M"
  }
}

resource "azurerm_machine_learning_compute_cluster" "elsewhere" {
  name                          = "elsewhere"
  vm_size                       = "Standard_D4s_v5"
  vm_priority                   = "Dedicated"
  machine_learning_workspace_id = "/subscriptions/0/workspaces/other"
  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 2
    scale_down_nodes_after_idle_duration = "PT5M"
  }
}
