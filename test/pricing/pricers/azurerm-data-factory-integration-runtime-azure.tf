provider "azurerm" {
  features {}
}

resource "azurerm_data_factory" "ml" {
  name                = "ml"
  location            = "westeurope"
  resource_group_name = "ml"
}

resource "azurerm_data_factory_integration_runtime_azure" "flows" {
  name            = "flows"
  location        = "westeurope"
  data_factory_id = azurerm_data_factory.ml.id
  core_count      = 16
}

resource "azurerm_data_factory_integration_runtime_azure" "said" {
  name            = "said"
  location        = "AutoResolve"
  data_factory_id = azurerm_data_factory.ml.id
  compute_type    = "MemoryOptimized"
}
