provider "azurerm" {
  features {}
}

terraform {
  required_providers {
    databricks = { source = "databricks/databricks" }
  }
}

provider "databricks" {
  azure_workspace_resource_id = azurerm_databricks_workspace.ml.id
}

resource "azurerm_databricks_workspace" "ml" {
  name                = "ml"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "premium"
}

resource "databricks_instance_pool" "warm" {
  instance_pool_name                    = "warm"
  node_type_id                          = "Standard_D8s_v5"
  min_idle_instances                    = 2
  idle_instance_autotermination_minutes = 10
}

resource "databricks_instance_pool" "spot" {
  instance_pool_name                    = "spot"
  node_type_id                          = "Standard_D8s_v5"
  min_idle_instances                    = 1
  idle_instance_autotermination_minutes = 10
  azure_attributes {
    availability = "SPOT_AZURE"
  }
}
