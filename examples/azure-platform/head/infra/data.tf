resource "azurerm_storage_account" "ml" {
  name                     = "acmeml"
  location                 = azurerm_resource_group.ml.location
  resource_group_name      = azurerm_resource_group.ml.name
  account_tier             = "Standard"
  account_replication_type = "LRS"
  tags                     = local.platform
}

resource "azurerm_key_vault" "ml" {
  name                = "acme-ml"
  location            = azurerm_resource_group.ml.location
  resource_group_name = azurerm_resource_group.ml.name
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
  tags                = local.platform
}

resource "azurerm_application_insights" "ml" {
  name                = "ml"
  location            = azurerm_resource_group.ml.location
  resource_group_name = azurerm_resource_group.ml.name
  application_type    = "web"
  tags                = local.platform
}

resource "azurerm_managed_disk" "features" {
  name                 = "features"
  location             = azurerm_resource_group.ml.location
  resource_group_name  = azurerm_resource_group.ml.name
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 1000
  tags                 = local.churn
}
