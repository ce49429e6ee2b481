provider "azurerm" {
  features {}
}

resource "azurerm_service_plan" "api" {
  name                = "api"
  location            = "eastus"
  resource_group_name = "ml"
  os_type             = "Linux"
  sku_name            = "P1v3"
  worker_count        = 2
}

resource "azurerm_monitor_autoscale_setting" "api" {
  name                = "api"
  location            = "eastus"
  resource_group_name = "ml"
  target_resource_id  = azurerm_service_plan.api.id
  profile {
    name = "default"
    capacity {
      default = 2
      minimum = 1
      maximum = 8
    }
  }
}

resource "azurerm_service_plan" "windows" {
  name                = "windows"
  location            = "eastus"
  resource_group_name = "ml"
  os_type             = "Windows"
  sku_name            = "S1"
}

resource "azurerm_service_plan" "elastic" {
  name                = "elastic"
  location            = "eastus"
  resource_group_name = "ml"
  os_type             = "Linux"
  sku_name            = "EP2"
}

resource "azurerm_service_plan" "consumption" {
  name                = "consumption"
  location            = "eastus"
  resource_group_name = "ml"
  os_type             = "Linux"
  sku_name            = "Y1"
}

resource "azurerm_service_plan" "newer" {
  name                = "newer"
  location            = "eastus"
  resource_group_name = "ml"
  os_type             = "Linux"
  sku_name            = "P1v4"
}
