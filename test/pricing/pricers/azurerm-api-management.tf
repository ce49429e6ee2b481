provider "azurerm" {
  features {}
}

resource "azurerm_api_management" "gateway" {
  name                = "gateway"
  location            = "eastus"
  resource_group_name = "ml"
  publisher_name      = "ml"
  publisher_email     = "ml@example.com"
  sku_name            = "Standard_2"
}

resource "azurerm_api_management" "calls" {
  name                = "calls"
  location            = "eastus"
  resource_group_name = "ml"
  publisher_name      = "ml"
  publisher_email     = "ml@example.com"
  sku_name            = "Consumption_0"
}
