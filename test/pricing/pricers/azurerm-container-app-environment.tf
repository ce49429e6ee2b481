provider "azurerm" {
  features {}
}

resource "azurerm_container_app_environment" "ml" {
  name                = "ml"
  location            = "eastus"
  resource_group_name = "ml"
}

resource "azurerm_container_app_environment" "gpu" {
  name                = "gpu"
  location            = "eastus"
  resource_group_name = "ml"
  workload_profile {
    name                  = "gpu"
    workload_profile_type = "NC24-A100"
    minimum_count         = 1
    maximum_count         = 2
  }
}
