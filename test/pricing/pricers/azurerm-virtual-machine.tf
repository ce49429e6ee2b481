provider "azurerm" {
  features {}
}

resource "azurerm_virtual_machine" "old" {
  name                = "old"
  location            = "eastus"
  resource_group_name = "ml"
  vm_size             = "Standard_D4s_v3"
  storage_os_disk {
    name              = "os"
    create_option     = "FromImage"
    managed_disk_type = "Premium_LRS"
  }
  storage_data_disk {
    name              = "data"
    create_option     = "Empty"
    lun               = 0
    managed_disk_type = "Premium_LRS"
    disk_size_gb      = 1000
  }
}

resource "azurerm_virtual_machine" "windows" {
  name                = "windows"
  location            = "eastus"
  resource_group_name = "ml"
  vm_size             = "Standard_D4s_v3"
  storage_os_disk {
    name              = "os"
    create_option     = "FromImage"
    managed_disk_type = "Standard_LRS"
  }
  os_profile_windows_config {
    provision_vm_agent = true
  }
}
