provider "azurerm" {
  features {}
}

resource "azurerm_lb" "serving" {
  name                = "serving"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Standard"
}

resource "azurerm_lb" "said" {
  name                = "said"
  location            = "eastus"
  resource_group_name = "ml"
}

resource "azurerm_lb" "basic" {
  name                = "basic"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Basic"
}
