provider "azurerm" {
  features {}
}

resource "azurerm_storage_account" "files" {
  name                     = "files"
  location                 = "eastus"
  resource_group_name      = "ml"
  account_tier             = "Premium"
  account_kind             = "FileStorage"
  account_replication_type = "LRS"
}

resource "azurerm_storage_share" "notebooks" {
  name               = "notebooks"
  storage_account_id = azurerm_storage_account.files.id
  quota              = 100
  access_tier        = "Premium"
}

resource "azurerm_storage_share" "hot" {
  name               = "hot"
  storage_account_id = azurerm_storage_account.files.id
  quota              = 5000
  access_tier        = "Hot"
}
