provider "azurerm" {
  features {}
}

resource "azurerm_key_vault" "ml" {
  name                = "ml"
  location            = "eastus"
  resource_group_name = "ml"
  tenant_id           = "t"
  sku_name            = "premium"
}

resource "azurerm_key_vault_key" "soft" {
  name         = "soft"
  key_vault_id = azurerm_key_vault.ml.id
  key_type     = "RSA"
  key_opts     = ["sign"]
}

resource "azurerm_key_vault_key" "hard" {
  name         = "hard"
  key_vault_id = azurerm_key_vault.ml.id
  key_type     = "RSA-HSM"
  key_opts     = ["sign"]
}
