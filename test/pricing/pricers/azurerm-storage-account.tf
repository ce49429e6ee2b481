provider "azurerm" {
  features {}
}

resource "azurerm_storage_account" "lake" {
  name                     = "lake"
  location                 = "eastus"
  resource_group_name      = "ml"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  is_hns_enabled           = true
}

resource "azurerm_storage_account" "said" {
  name                     = "said"
  location                 = "eastus"
  resource_group_name      = "ml"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "copied" {
  name                     = "copied"
  location                 = "eastus"
  resource_group_name      = "ml"
  account_tier             = "Standard"
  account_replication_type = "GRS"
  access_tier              = "Cool"
}

resource "azurerm_storage_account" "fast" {
  name                     = "fast"
  location                 = "eastus"
  resource_group_name      = "ml"
  account_tier             = "Premium"
  account_replication_type = "LRS"
  account_kind             = "BlockBlobStorage"
}

resource "azurerm_storage_account" "files" {
  name                     = "files"
  location                 = "eastus"
  resource_group_name      = "ml"
  account_tier             = "Premium"
  account_replication_type = "LRS"
  account_kind             = "FileStorage"
}
