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

resource "azurerm_cosmosdb_mongo_collection" "provisioned" {
  name                = "provisioned"
  resource_group_name = "ml"
  account_name        = azurerm_cosmosdb_account.ml.name
  database_name       = "db"
  throughput          = 400
}

resource "azurerm_cosmosdb_mongo_collection" "autoscaled" {
  name                = "autoscaled"
  resource_group_name = "ml"
  account_name        = azurerm_cosmosdb_account.ml.name
  database_name       = "db"
  autoscale_settings {
    max_throughput = 4000
  }
}

resource "azurerm_cosmosdb_mongo_collection" "shared" {
  name                = "shared"
  resource_group_name = "ml"
  account_name        = azurerm_cosmosdb_account.ml.name
  database_name       = "db"
}

resource "azurerm_cosmosdb_mongo_collection" "serverless" {
  name                = "serverless"
  resource_group_name = "ml"
  account_name        = azurerm_cosmosdb_account.serverless.name
  database_name       = "db"
}
