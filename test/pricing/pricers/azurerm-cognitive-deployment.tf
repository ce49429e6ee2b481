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

# Stated in the usage file; its price has the version in its name.
resource "azurerm_cognitive_deployment" "reasoning" {
  name                 = "reasoning"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format  = "OpenAI"
    name    = "o3"
    version = "2025-04-16"
  }
  sku {
    name = "GlobalStandard"
  }
}

resource "azurerm_cognitive_deployment" "embeddings" {
  name                 = "embeddings"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format = "OpenAI"
    name   = "text-embedding-3-large"
  }
  sku {
    name = "Standard"
  }
}

resource "azurerm_cognitive_deployment" "nightly" {
  name                 = "nightly"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format = "OpenAI"
    name   = "o3-mini"
  }
  sku {
    name = "GlobalBatch"
  }
}

# No price of its own is known, and how much is used is.
resource "azurerm_cognitive_deployment" "busy" {
  name                 = "busy"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
}
