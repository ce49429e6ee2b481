provider "azurerm" {
  features {}
}

resource "azurerm_application_gateway" "front" {
  name                = "front"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    name = "WAF_v2"
    tier = "WAF_v2"
  }
  autoscale_configuration {
    min_capacity = 1
    max_capacity = 4
  }
}

resource "azurerm_application_gateway" "fixed" {
  name                = "fixed"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }
}

resource "azurerm_application_gateway" "old" {
  name                = "old"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    name     = "Standard_Small"
    tier     = "Standard"
    capacity = 2
  }
}
