resource "azurerm_linux_virtual_machine" "labelling" {
  name                  = "labelling"
  location              = azurerm_resource_group.ml.location
  resource_group_name   = azurerm_resource_group.ml.name
  size                  = "Standard_D4s_v5"
  admin_username        = "label"
  network_interface_ids = []
  tags                  = local.churn

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 128
  }
}
