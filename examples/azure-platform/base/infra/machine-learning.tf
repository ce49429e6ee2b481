resource "azurerm_machine_learning_workspace" "ml" {
  name                    = "ml"
  location                = azurerm_resource_group.ml.location
  resource_group_name     = azurerm_resource_group.ml.name
  application_insights_id = azurerm_application_insights.ml.id
  key_vault_id            = azurerm_key_vault.ml.id
  storage_account_id      = azurerm_storage_account.ml.id
  tags                    = local.platform

  identity {
    type = "SystemAssigned"
  }
}

# Starts machines when jobs are queued, and none otherwise.
resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = azurerm_resource_group.ml.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
  vm_size                       = "STANDARD_D4S_V5"
  vm_priority                   = "Dedicated"
  tags                          = local.churn

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT5M"
  }
}

# It is where its workspace is.
resource "azurerm_machine_learning_compute_instance" "ada" {
  name                          = "ada"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
  virtual_machine_size          = "Standard_D4s_v5"
  tags                          = local.churn
}
