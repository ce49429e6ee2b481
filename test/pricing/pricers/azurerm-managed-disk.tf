provider "azurerm" {
  features {}
}

resource "azurerm_managed_disk" "features" {
  name                 = "features"
  location             = "eastus"
  resource_group_name  = "ml"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 1000
}

resource "azurerm_managed_disk" "small" {
  name                 = "small"
  location             = "westeurope"
  resource_group_name  = "ml"
  storage_account_type = "StandardSSD_LRS"
  create_option        = "Empty"
  disk_size_gb         = 100
}

resource "azurerm_managed_disk" "archive" {
  name                 = "archive"
  location             = "eastus"
  resource_group_name  = "ml"
  storage_account_type = "Standard_LRS"
  create_option        = "Empty"
  disk_size_gb         = 4
}

resource "azurerm_managed_disk" "faster" {
  name                 = "faster"
  location             = "eastus"
  resource_group_name  = "ml"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 100
  tier                 = "P30"
}

resource "azurerm_managed_disk" "checkpoints" {
  name                 = "checkpoints"
  location             = "eastus"
  resource_group_name  = "ml"
  storage_account_type = "UltraSSD_LRS"
  create_option        = "Empty"
  disk_size_gb         = 1024
  disk_iops_read_write = 5000
  disk_mbps_read_write = 300
}

resource "azurerm_managed_disk" "chosen" {
  name                 = "chosen"
  location             = "eastus"
  resource_group_name  = "ml"
  storage_account_type = "UltraSSD_LRS"
  create_option        = "Empty"
  disk_size_gb         = 512
}

resource "azurerm_managed_disk" "second" {
  name                 = "second"
  location             = "eastus"
  resource_group_name  = "ml"
  storage_account_type = "PremiumV2_LRS"
  create_option        = "Empty"
  disk_size_gb         = 512
  disk_iops_read_write = 4000
}

resource "azurerm_managed_disk" "zones" {
  name                 = "zones"
  location             = "eastus"
  resource_group_name  = "ml"
  storage_account_type = "Premium_ZRS"
  create_option        = "Empty"
  disk_size_gb         = 2000
}

resource "azurerm_managed_disk" "copy" {
  name                 = "copy"
  location             = "eastus"
  resource_group_name  = "ml"
  storage_account_type = "Premium_LRS"
  create_option        = "Copy"
}
