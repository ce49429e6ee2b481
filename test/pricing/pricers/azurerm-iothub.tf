provider "azurerm" {
  features {}
}

resource "azurerm_iothub" "sensors" {
  name                = "sensors"
  location            = "westeurope"
  resource_group_name = "ml"
  sku {
    name     = "S1"
    capacity = 2
  }
}

resource "azurerm_iothub" "trial" {
  name                = "trial"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    name     = "F1"
    capacity = 1
  }
}

resource "azurerm_iothub" "large" {
  name                = "large"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    name     = "S3"
    capacity = 1
  }
}
