# A deployment cannot be tagged; the bill shows its account.
resource "azurerm_cognitive_account" "openai" {
  name = "openai"
  kind = "OpenAI"
  tags = { team = "credit-ml" }
}

resource "azurerm_cognitive_deployment" "chat" {
  name                 = "chat"
  cognitive_account_id = azurerm_cognitive_account.openai.id
}

resource "azurerm_cognitive_deployment" "elsewhere" {
  name                 = "elsewhere"
  cognitive_account_id = "/subscriptions/0/accounts/other"
}
