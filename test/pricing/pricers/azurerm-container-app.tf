provider "azurerm" {
  features {}
}

resource "azurerm_container_app_environment" "ml" {
  name                = "ml"
  location            = "eastus"
  resource_group_name = "ml"
}

resource "azurerm_container_app" "api" {
  name                         = "api"
  resource_group_name          = "ml"
  container_app_environment_id = azurerm_container_app_environment.ml.id
  revision_mode                = "Single"
  template {
    min_replicas = 1
    max_replicas = 5
    container {
      name   = "api"
      image  = "api:1"
      cpu    = 0.5
      memory = "1Gi"
    }
  }
}

resource "azurerm_container_app" "dedicated" {
  name                         = "dedicated"
  resource_group_name          = "ml"
  container_app_environment_id = azurerm_container_app_environment.ml.id
  revision_mode                = "Single"
  workload_profile_name        = "gpu"
  template {
    min_replicas = 1
    max_replicas = 5
    container {
      name   = "api"
      image  = "api:1"
      cpu    = 0.5
      memory = "1Gi"
    }
  }
}
