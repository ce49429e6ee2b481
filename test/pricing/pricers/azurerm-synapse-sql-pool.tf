provider "azurerm" {
  features {}
}

resource "azurerm_synapse_workspace" "ml" {
  name                                 = "ml"
  location                             = "westeurope"
  resource_group_name                  = "ml"
  storage_data_lake_gen2_filesystem_id = "f"
}

resource "azurerm_synapse_sql_pool" "dw" {
  name                 = "dw"
  synapse_workspace_id = azurerm_synapse_workspace.ml.id
  sku_name             = "DW300c"
}

resource "azurerm_synapse_sql_pool" "odd" {
  name                 = "odd"
  synapse_workspace_id = azurerm_synapse_workspace.ml.id
  sku_name             = "huge"
}
