provider "azurerm" {
  features {}
}

resource "azurerm_linux_virtual_machine_scale_set" "workers" {
  name                = "workers"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Standard_D8s_v5"
  instances           = 2
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 64
  }
  data_disk {
    caching              = "None"
    lun                  = 0
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 1024
  }
}

resource "azurerm_monitor_autoscale_setting" "workers" {
  name                = "workers"
  location            = "eastus"
  resource_group_name = "ml"
  target_resource_id  = azurerm_linux_virtual_machine_scale_set.workers.id
  profile {
    name = "default"
    capacity {
      default = 2
      minimum = 1
      maximum = 8
    }
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "spot" {
  name                = "spot"
  location            = "eastus"
  resource_group_name = "ml"
  sku                 = "Standard_D8s_v5"
  instances           = 3
  priority            = "Spot"
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Standard_LRS"
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "unsized" {
  name                = "unsized"
  location            = "eastus"
  resource_group_name = "ml"
  instances           = 2
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Standard_LRS"
  }
}
