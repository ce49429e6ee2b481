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

resource "databricks_cluster" "shared" {
  cluster_name  = "shared"
  spark_version = "15.4.x-scala2.12"
  node_type_id  = "Standard_D4s_v5"
  autoscale {
    min_workers = 2
    max_workers = 8
  }
}

resource "databricks_cluster" "single" {
  cluster_name  = "single"
  spark_version = "15.4.x-scala2.12"
  node_type_id  = "Standard_D4s_v5"
  num_workers   = 0
}

resource "databricks_instance_pool" "warm" {
  instance_pool_name                    = "warm"
  node_type_id                          = "Standard_D8s_v5"
  idle_instance_autotermination_minutes = 10
}

resource "databricks_cluster" "pooled" {
  cluster_name     = "pooled"
  spark_version    = "15.4.x-scala2.12"
  instance_pool_id = databricks_instance_pool.warm.id
  num_workers      = 3
}

resource "databricks_cluster" "spot" {
  cluster_name  = "spot"
  spark_version = "15.4.x-scala2.12"
  node_type_id  = "Standard_D8s_v5"
  num_workers   = 4
  azure_attributes {
    availability = "SPOT_WITH_FALLBACK_AZURE"
  }
}
