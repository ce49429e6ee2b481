provider "azurerm" {
  features {}
}

# A workstation with a GPU; spot, which the book has no price for; a size in capitals, in a region in words.
resource "azurerm_linux_virtual_machine" "gpu" {
  name                = "gpu"
  location            = "eastus"
  resource_group_name = "ml"
  size                = "Standard_NC24ads_A100_v4"
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 128
  }
}

resource "azurerm_linux_virtual_machine" "spot" {
  name                = "spot"
  location            = "eastus"
  resource_group_name = "ml"
  size                = "Standard_NC24ads_A100_v4"
  priority            = "Spot"
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }
}

resource "azurerm_linux_virtual_machine" "capitals" {
  name                = "capitals"
  location            = "East US"
  resource_group_name = "ml"
  size                = "STANDARD_D4S_V5"
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Standard_LRS"
  }
}

resource "azurerm_linux_virtual_machine" "ephemeral" {
  name                = "ephemeral"
  location            = "eastus"
  resource_group_name = "ml"
  size                = "Standard_D4s_v5"
  os_disk {
    caching              = "ReadOnly"
    storage_account_type = "Standard_LRS"
    diff_disk_settings {
      option = "Local"
    }
  }
}

variable "size" {}

resource "azurerm_linux_virtual_machine" "unknown" {
  name                = "unknown"
  location            = "eastus"
  resource_group_name = "ml"
  size                = var.size
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Standard_LRS"
  }
}

resource "azurerm_linux_virtual_machine" "nowhere" {
  name                = "nowhere"
  resource_group_name = "ml"
  size                = "Standard_D4s_v5"
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Standard_LRS"
  }
}
