provider "azurerm" {
  features {}
}

resource "azurerm_virtual_network_gateway" "vpn" {
  name                = "vpn"
  location            = "eastus"
  resource_group_name = "ml"
  type                = "Vpn"
  sku                 = "VpnGw2"
}

resource "azurerm_virtual_network_gateway" "express" {
  name                = "express"
  location            = "eastus"
  resource_group_name = "ml"
  type                = "ExpressRoute"
  sku                 = "ErGw1AZ"
}
