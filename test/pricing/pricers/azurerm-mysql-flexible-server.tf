provider "azurerm" {
  features {}
}

resource "azurerm_mysql_flexible_server" "features" {
  name                = "features"
  location            = "westus"
  resource_group_name = "ml"
  sku_name            = "GP_Standard_D2ads_v5"
  storage {
    size_gb = 100
  }
}

resource "azurerm_mysql_flexible_server" "elsewhere" {
  name                = "elsewhere"
  location            = "westeurope"
  resource_group_name = "ml"
  sku_name            = "B_Standard_B1ms"
}
