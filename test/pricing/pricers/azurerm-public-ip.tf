provider "azurerm" {
  features {}
}

resource "azurerm_public_ip" "standard" {
  name                = "standard"
  location            = "eastus"
  resource_group_name = "ml"
  allocation_method   = "Static"
}

resource "azurerm_public_ip" "basic" {
  name                = "basic"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Basic"
  allocation_method   = "Dynamic"
}

resource "azurerm_public_ip" "global" {
  name                = "global"
  location            = "eastus"
  resource_group_name = "ml"
  sku_tier            = "Global"
  allocation_method   = "Static"
}
