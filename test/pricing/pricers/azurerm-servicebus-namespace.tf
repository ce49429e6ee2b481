provider "azurerm" {
  features {}
}

resource "azurerm_servicebus_namespace" "standard" {
  name                = "standard"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "Standard"
}

resource "azurerm_servicebus_namespace" "said" {
  name                = "said"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "Standard"
}

resource "azurerm_servicebus_namespace" "basic" {
  name                = "basic"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "Basic"
}

resource "azurerm_servicebus_namespace" "premium" {
  name                = "premium"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "Premium"
  capacity            = 2
}
