provider "azurerm" {
  features {}
}

resource "azurerm_search_service" "rag" {
  name                = "rag"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "basic"
  replica_count       = 3
}

resource "azurerm_search_service" "big" {
  name                = "big"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "standard"
  replica_count       = 2
  partition_count     = 3
}

resource "azurerm_search_service" "free" {
  name                = "free"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "free"
}

resource "azurerm_search_service" "largest" {
  name                = "largest"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "standard3"
}

resource "azurerm_search_service" "berlin" {
  name                = "berlin"
  location            = "germanywestcentral"
  resource_group_name = "ml"
  sku                 = "basic"
}
