provider "azurerm" {
  features {}
}

resource "azurerm_app_service_plan" "api" {
  name                = "api"
  location            = "eastus"
  resource_group_name = "ml"
  kind                = "Linux"
  reserved            = true
  sku {
    tier = "PremiumV2"
    size = "P1v2"
  }
}

resource "azurerm_app_service_plan" "windows" {
  name                = "windows"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    tier     = "Standard"
    size     = "S1"
    capacity = 3
  }
}
