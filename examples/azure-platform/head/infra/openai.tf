resource "azurerm_cognitive_account" "openai" {
  name                = "openai"
  location            = azurerm_resource_group.ml.location
  resource_group_name = azurerm_resource_group.ml.name
  kind                = "OpenAI"
  sku_name            = "S0"

  tags = merge(local.platform, { Team = "credit-ml", model_id = "credit_risk_v4", cost_center = "eng-credit" })
}

# Where its account is.
resource "azurerm_cognitive_deployment" "explanations" {
  name                 = "explanations"
  cognitive_account_id = azurerm_cognitive_account.openai.id

  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }

  sku {
    name     = "GlobalProvisionedManaged"
    capacity = 15
  }
}
