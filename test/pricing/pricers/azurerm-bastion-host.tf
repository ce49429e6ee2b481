provider "azurerm" {
  features {}
}

resource "azurerm_bastion_host" "basic" {
  name                = "basic"
  location            = "australiaeast"
  resource_group_name = "ml"
}

resource "azurerm_bastion_host" "standard" {
  name                = "standard"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Standard"
}

resource "azurerm_bastion_host" "developer" {
  name                = "developer"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Developer"
}
