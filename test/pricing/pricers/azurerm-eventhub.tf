provider "azurerm" {
  features {}
}

resource "azurerm_eventhub_namespace" "events" {
  name                = "events"
  location            = "eastus"
  resource_group_name = "ml"
}

resource "azurerm_eventhub" "clicks" {
  name            = "clicks"
  namespace_id    = azurerm_eventhub_namespace.events.id
  partition_count = 4
}

resource "azurerm_eventhub" "captured" {
  name            = "captured"
  namespace_id    = azurerm_eventhub_namespace.events.id
  partition_count = 4
  capture_description {
    enabled  = true
    encoding = "Avro"
  }
}
