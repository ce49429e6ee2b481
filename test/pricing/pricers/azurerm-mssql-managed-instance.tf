provider "azurerm" {
  features {}
}

resource "azurerm_mssql_managed_instance" "mi" {
  name                = "mi"
  location            = "westeurope"
  resource_group_name = "ml"
  sku_name            = "GP_Gen5"
  vcores              = 8
  storage_size_in_gb  = 256
  license_type        = "LicenseIncluded"
  subnet_id           = "s"
}

resource "azurerm_mssql_managed_instance" "own" {
  name                = "own"
  location            = "westeurope"
  resource_group_name = "ml"
  sku_name            = "BC_Gen5"
  vcores              = 4
  storage_size_in_gb  = 32
  license_type        = "BasePrice"
  subnet_id           = "s"
}
