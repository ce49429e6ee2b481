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
