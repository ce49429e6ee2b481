provider "azurerm" {
  features {}
}

resource "azurerm_firewall_policy" "hub" {
  name                = "hub"
  location            = "eastus"
  resource_group_name = "ml"
}
