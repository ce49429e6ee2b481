provider "azurerm" {
  features {}
}

resource "azurerm_container_registry" "images" {
  name                = "images"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "Premium"
  georeplications {
    location = "northeurope"
  }
}

resource "azurerm_container_registry" "basic" {
  name                = "basic"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "Basic"
}

resource "azurerm_container_registry" "standard" {
  name                = "standard"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Standard"
}
