provider "azurerm" {
  features {}
}

resource "azurerm_firewall" "hub" {
  name                = "hub"
  location            = "eastus"
  resource_group_name = "ml"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
}

resource "azurerm_firewall" "premium" {
  name                = "premium"
  location            = "eastus"
  resource_group_name = "ml"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Premium"
}
