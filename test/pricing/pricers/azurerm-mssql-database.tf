provider "azurerm" {
  features {}
}

resource "azurerm_mssql_server" "ml" {
  name                = "ml"
  location            = "eastus"
  resource_group_name = "ml"
  version             = "12.0"
}

resource "azurerm_mssql_database" "small" {
  name      = "small"
  server_id = azurerm_mssql_server.ml.id
  sku_name  = "S1"
}

resource "azurerm_mssql_database" "general" {
  name        = "general"
  server_id   = azurerm_mssql_server.ml.id
  sku_name    = "GP_Gen5_4"
  max_size_gb = 100
}

resource "azurerm_mssql_database" "licensed" {
  name         = "licensed"
  server_id    = azurerm_mssql_server.ml.id
  sku_name     = "GP_Gen5_2"
  license_type = "BasePrice"
}

resource "azurerm_mssql_database" "serverless" {
  name        = "serverless"
  server_id   = azurerm_mssql_server.ml.id
  sku_name    = "GP_S_Gen5_2"
  max_size_gb = 32
}

resource "azurerm_mssql_database" "said" {
  name      = "said"
  server_id = azurerm_mssql_server.ml.id
  sku_name  = "GP_S_Gen5_2"
}

resource "azurerm_mssql_database" "hyperscale" {
  name      = "hyperscale"
  server_id = azurerm_mssql_server.ml.id
  sku_name  = "HS_Gen5_4"
}

resource "azurerm_mssql_database" "zones" {
  name           = "zones"
  server_id      = azurerm_mssql_server.ml.id
  sku_name       = "GP_Gen5_4"
  zone_redundant = true
}

resource "azurerm_mssql_database" "pooled" {
  name            = "pooled"
  server_id       = azurerm_mssql_server.ml.id
  elastic_pool_id = "/subscriptions/0/elasticPools/p"
}
