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

resource "azurerm_cognitive_deployment" "chat" {
  name                 = "chat"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name     = "Standard"
    capacity = 100
  }
}

resource "azurerm_cognitive_deployment" "provisioned" {
  name                 = "provisioned"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name     = "ProvisionedManaged"
    capacity = 50
  }
}

resource "azurerm_cognitive_deployment" "global" {
  name                 = "global"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format = "OpenAI"
    name   = "gpt-4o-mini"
  }
  sku {
    name     = "GlobalProvisionedManaged"
    capacity = 15
  }
}
