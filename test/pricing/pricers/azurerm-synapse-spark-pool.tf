provider "azurerm" {
  features {}
}

resource "azurerm_synapse_workspace" "ml" {
  name                                 = "ml"
  location                             = "westeurope"
  resource_group_name                  = "ml"
  storage_data_lake_gen2_filesystem_id = "f"
}

resource "azurerm_synapse_spark_pool" "features" {
  name                 = "features"
  synapse_workspace_id = azurerm_synapse_workspace.ml.id
  node_size_family     = "MemoryOptimized"
  node_size            = "Small"
  node_count           = 3
}

resource "azurerm_synapse_spark_pool" "said" {
  name                 = "said"
  synapse_workspace_id = azurerm_synapse_workspace.ml.id
  node_size_family     = "MemoryOptimized"
  node_size            = "Medium"
  node_count           = 3
}

resource "azurerm_synapse_spark_pool" "odd" {
  name                 = "odd"
  synapse_workspace_id = azurerm_synapse_workspace.ml.id
  node_size_family     = "MemoryOptimized"
  node_size            = "Vast"
  node_count           = 3
}
