provider "azurerm" {
  features {}
}

resource "azurerm_app_configuration" "free" {
  name                = "free"
  location            = "westeurope"
  resource_group_name = "ml"
}

resource "azurerm_app_configuration" "flags" {
  name                = "flags"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
}

resource "azurerm_app_configuration" "copied" {
  name                = "copied"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
  replica {
    name     = "north"
    location = "northeurope"
  }
}
