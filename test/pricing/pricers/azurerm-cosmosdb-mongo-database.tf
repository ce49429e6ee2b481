provider "azurerm" {
  features {}
}

resource "azurerm_cosmosdb_account" "ml" {
  name                = "ml"
  location            = "eastus"
  resource_group_name = "ml"
  offer_type          = "Standard"
  consistency_policy {
    consistency_level = "Session"
  }
  geo_location {
    location          = "eastus"
    failover_priority = 0
  }
  geo_location {
    location          = "westus"
    failover_priority = 1
  }
}

resource "azurerm_cosmosdb_account" "serverless" {
  name                = "serverless"
  location            = "eastus"
  resource_group_name = "ml"
  offer_type          = "Standard"
  capabilities {
    name = "EnableServerless"
  }
  consistency_policy {
    consistency_level = "Session"
  }
  geo_location {
    location          = "eastus"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_mongo_database" "provisioned" {
  name                = "provisioned"
  resource_group_name = "ml"
  account_name        = azurerm_cosmosdb_account.ml.name
  throughput          = 400
}

resource "azurerm_cosmosdb_mongo_database" "autoscaled" {
  name                = "autoscaled"
  resource_group_name = "ml"
  account_name        = azurerm_cosmosdb_account.ml.name
  autoscale_settings {
    max_throughput = 4000
  }
}

resource "azurerm_cosmosdb_mongo_database" "shared" {
  name                = "shared"
  resource_group_name = "ml"
  account_name        = azurerm_cosmosdb_account.ml.name
}

resource "azurerm_cosmosdb_mongo_database" "serverless" {
  name                = "serverless"
  resource_group_name = "ml"
  account_name        = azurerm_cosmosdb_account.serverless.name
}
