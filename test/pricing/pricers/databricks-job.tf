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

resource "databricks_job" "nightly" {
  name = "nightly"
  job_cluster {
    job_cluster_key = "main"
    new_cluster {
      spark_version = "15.4.x-scala2.12"
      node_type_id  = "Standard_D4s_v5"
      num_workers   = 3
    }
  }
}

resource "databricks_job" "said" {
  name = "said"
  job_cluster {
    job_cluster_key = "main"
    new_cluster {
      spark_version = "15.4.x-scala2.12"
      node_type_id  = "Standard_D4s_v5"
      num_workers   = 3
    }
  }
}

resource "databricks_job" "existing" {
  name = "existing"
  task {
    task_key            = "a"
    existing_cluster_id = "0612-1"
  }
}
