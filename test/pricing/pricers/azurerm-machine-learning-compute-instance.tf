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

resource "azurerm_machine_learning_compute_instance" "ada" {
  name                          = "ada"
  virtual_machine_size          = "Standard_D4s_v5"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
}
