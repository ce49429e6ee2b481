provider "azurerm" {
  features {}
}

resource "azurerm_redis_cache" "features" {
  name                = "features"
  location            = "eastus"
  resource_group_name = "ml"
  sku_name            = "Standard"
  family              = "C"
  capacity            = 3
}

resource "azurerm_redis_cache" "sharded" {
  name                = "sharded"
  location            = "eastus"
  resource_group_name = "ml"
  sku_name            = "Premium"
  family              = "P"
  capacity            = 1
  shard_count         = 3
}

resource "azurerm_redis_cache" "replicas" {
  name                 = "replicas"
  location             = "eastus"
  resource_group_name  = "ml"
  sku_name             = "Premium"
  family               = "P"
  capacity             = 2
  replicas_per_primary = 2
}

resource "azurerm_redis_cache" "tiny" {
  name                = "tiny"
  location            = "eastus"
  resource_group_name = "ml"
  sku_name            = "Basic"
  family              = "C"
  capacity            = 0
}
