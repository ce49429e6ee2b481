provider "azurerm" {
  features {}
}

resource "azurerm_mssql_elasticpool" "dtu" {
  name                = "dtu"
  location            = "westeurope"
  resource_group_name = "ml"
  server_name         = "ml"
  max_size_gb         = 50
  sku {
    name     = "StandardPool"
    tier     = "Standard"
    family   = "Gen5"
    capacity = 200
  }
}

resource "azurerm_mssql_elasticpool" "odd" {
  name                = "odd"
  location            = "westeurope"
  resource_group_name = "ml"
  server_name         = "ml"
  max_size_gb         = 50
  sku {
    name     = "StandardPool"
    tier     = "Standard"
    family   = "Gen5"
    capacity = 50
  }
}

resource "azurerm_mssql_elasticpool" "vcore" {
  name                = "vcore"
  location            = "westeurope"
  resource_group_name = "ml"
  server_name         = "ml"
  max_size_gb         = 50
  sku {
    name     = "GP_Gen5"
    tier     = "GeneralPurpose"
    family   = "Gen5"
    capacity = 4
  }
}

resource "azurerm_mssql_elasticpool" "licensed" {
  name                = "licensed"
  location            = "westeurope"
  resource_group_name = "ml"
  server_name         = "ml"
  max_size_gb         = 50
  license_type        = "BasePrice"
  sku {
    name     = "GP_Gen5"
    tier     = "GeneralPurpose"
    family   = "Gen5"
    capacity = 4
  }
}
