provider "azurerm" {
  features {}
}

resource "azurerm_cognitive_account" "openai" {
  name                = "openai"
  location            = "eastus"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}

resource "azurerm_cognitive_account" "speech" {
  name                = "speech"
  location            = "eastus"
  resource_group_name = "ml"
  kind                = "SpeechServices"
  sku_name            = "S0"
}

resource "azurerm_cognitive_account" "trial" {
  name                = "trial"
  location            = "eastus"
  resource_group_name = "ml"
  kind                = "SpeechServices"
  sku_name            = "F0"
}
