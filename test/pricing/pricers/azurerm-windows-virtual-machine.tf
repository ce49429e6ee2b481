provider "azurerm" {
  features {}
}

resource "azurerm_windows_virtual_machine" "labelling" {
  name                = "labelling"
  location            = "eastus"
  resource_group_name = "ml"
  size                = "Standard_D4s_v5"
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
}

resource "azurerm_windows_virtual_machine" "licensed" {
  name                = "licensed"
  location            = "eastus"
  resource_group_name = "ml"
  size                = "Standard_D4s_v5"
  license_type        = "Windows_Server"
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 256
  }
}
