provider "azurerm" {
  features {}
}

resource "azurerm_postgresql_flexible_server" "features" {
  name                = "features"
  location            = "westus"
  resource_group_name = "ml"
  sku_name            = "GP_Standard_D4s_v3"
  storage_mb          = 131072
}

resource "azurerm_postgresql_flexible_server" "available" {
  name                = "available"
  location            = "westus"
  resource_group_name = "ml"
  sku_name            = "GP_Standard_D4s_v3"
  high_availability {
    mode = "ZoneRedundant"
  }
}

resource "azurerm_postgresql_flexible_server" "small" {
  name                = "small"
  location            = "eastus"
  resource_group_name = "ml"
  sku_name            = "B_Standard_B1ms"
}

resource "azurerm_postgresql_flexible_server" "newer" {
  name                = "newer"
  location            = "eastus"
  resource_group_name = "ml"
  sku_name            = "GP_Standard_D8ds_v6"
}
