provider "azurerm" {
  features {}
}

resource "azurerm_virtual_machine_scale_set" "old" {
  name                = "old"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    name     = "Standard_D4s_v3"
    capacity = 3
  }
  storage_profile_os_disk {
    create_option     = "FromImage"
    managed_disk_type = "Premium_LRS"
  }
  storage_profile_data_disk {
    lun           = 0
    create_option = "Empty"
    disk_size_gb  = 1024
  }
}

# Its disks are files in a storage account.
resource "azurerm_virtual_machine_scale_set" "unmanaged" {
  name                = "unmanaged"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    name     = "Standard_D4s_v3"
    capacity = 2
  }
  storage_profile_os_disk {
    name           = "os"
    create_option  = "FromImage"
    vhd_containers = ["https://acme.blob.core.windows.net/vhds"]
  }
}

resource "azurerm_virtual_machine_scale_set" "windows" {
  name                = "windows"
  location            = "eastus"
  resource_group_name = "ml"
  sku {
    name     = "Standard_D4s_v3"
    capacity = 1
  }
  os_profile_windows_config {
    provision_vm_agent = true
  }
}

resource "azurerm_virtual_machine_scale_set" "unsized" {
  name                = "unsized"
  location            = "eastus"
  resource_group_name = "ml"
}
