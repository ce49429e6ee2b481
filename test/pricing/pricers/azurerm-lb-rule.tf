provider "azurerm" {
  features {}
}

resource "azurerm_lb" "serving" {
  name                = "serving"
  location            = "westus"
  resource_group_name = "ml"
}

resource "azurerm_lb" "basic" {
  name                = "basic"
  location            = "westus"
  resource_group_name = "ml"
  sku                 = "Basic"
}

resource "azurerm_lb_rule" "https" {
  name                           = "https"
  loadbalancer_id                = azurerm_lb.serving.id
  protocol                       = "Tcp"
  frontend_port                  = 443
  backend_port                   = 443
  frontend_ip_configuration_name = "f"
}

resource "azurerm_lb_rule" "basic" {
  name                           = "basic"
  loadbalancer_id                = azurerm_lb.basic.id
  protocol                       = "Tcp"
  frontend_port                  = 443
  backend_port                   = 443
  frontend_ip_configuration_name = "f"
}

resource "azurerm_lb_rule" "elsewhere" {
  name                           = "elsewhere"
  loadbalancer_id                = "/subscriptions/0/loadBalancers/other"
  protocol                       = "Tcp"
  frontend_port                  = 443
  backend_port                   = 443
  frontend_ip_configuration_name = "f"
}
