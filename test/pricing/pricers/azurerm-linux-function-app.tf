provider "azurerm" {
  features {}
}

resource "azurerm_service_plan" "consumption" {
  name                = "consumption"
  location            = "eastus"
  resource_group_name = "ml"
  os_type             = "Linux"
  sku_name            = "Y1"
}

resource "azurerm_service_plan" "elastic" {
  name                = "elastic"
  location            = "eastus"
  resource_group_name = "ml"
  os_type             = "Linux"
  sku_name            = "EP1"
}

resource "azurerm_linux_function_app" "score" {
  name                = "score"
  location            = "eastus"
  resource_group_name = "ml"
  service_plan_id     = azurerm_service_plan.consumption.id
  site_config {}
}

resource "azurerm_linux_function_app" "said" {
  name                = "said"
  location            = "eastus"
  resource_group_name = "ml"
  service_plan_id     = azurerm_service_plan.consumption.id
  site_config {}
}

resource "azurerm_linux_function_app" "warm" {
  name                = "warm"
  location            = "eastus"
  resource_group_name = "ml"
  service_plan_id     = azurerm_service_plan.elastic.id
  site_config {}
}

resource "azurerm_linux_function_app" "elsewhere" {
  name                = "elsewhere"
  location            = "eastus"
  resource_group_name = "ml"
  service_plan_id     = "/subscriptions/0/serverFarms/other"
  site_config {}
}
