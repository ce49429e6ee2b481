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

resource "databricks_sql_endpoint" "bi" {
  name             = "bi"
  cluster_size     = "Small"
  max_num_clusters = 3
}

resource "databricks_sql_endpoint" "odd" {
  name         = "odd"
  cluster_size = "Tiny"
}
