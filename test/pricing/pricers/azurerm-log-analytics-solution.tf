provider "azurerm" {
  features {}
}

resource "azurerm_log_analytics_solution" "containers" {
  name                = "containers"
  location            = "eastus"
  resource_group_name = "ml"
  solution_name       = "ContainerInsights"
}

resource "azurerm_log_analytics_solution" "sentinel" {
  name                = "sentinel"
  location            = "eastus"
  resource_group_name = "ml"
  solution_name       = "SecurityInsights"
}
