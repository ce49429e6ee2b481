provider "azurerm" {
  features {}
}

resource "azurerm_static_web_app" "docs" {
  name                = "docs"
  location            = "centralus"
  resource_group_name = "ml"
  sku_tier            = "Standard"
}

resource "azurerm_static_web_app" "free" {
  name                = "free"
  location            = "centralus"
  resource_group_name = "ml"
}
