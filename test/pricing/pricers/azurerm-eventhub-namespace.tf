provider "azurerm" {
  features {}
}

resource "azurerm_eventhub_namespace" "events" {
  name                     = "events"
  location                 = "eastus"
  resource_group_name      = "ml"
  sku                      = "Standard"
  capacity                 = 2
  auto_inflate_enabled     = true
  maximum_throughput_units = 10
}

resource "azurerm_eventhub_namespace" "said" {
  name                = "said"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Basic"
}

resource "azurerm_eventhub_namespace" "premium" {
  name                = "premium"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Premium"
  capacity            = 1
}
