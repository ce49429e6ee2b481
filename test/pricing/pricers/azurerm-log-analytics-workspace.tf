provider "azurerm" {
  features {}
}

resource "azurerm_log_analytics_workspace" "logs" {
  name                = "logs"
  location            = "westeurope"
  resource_group_name = "ml"
  retention_in_days   = 90
}

resource "azurerm_log_analytics_workspace" "said" {
  name                = "said"
  location            = "westeurope"
  resource_group_name = "ml"
  retention_in_days   = 90
}

resource "azurerm_log_analytics_workspace" "committed" {
  name                               = "committed"
  location                           = "westeurope"
  resource_group_name                = "ml"
  sku                                = "CapacityReservation"
  reservation_capacity_in_gb_per_day = 100
}

resource "azurerm_log_analytics_workspace" "more" {
  name                               = "more"
  location                           = "westeurope"
  resource_group_name                = "ml"
  sku                                = "CapacityReservation"
  reservation_capacity_in_gb_per_day = 500
}
