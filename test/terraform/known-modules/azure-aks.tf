module "aks" {
  source       = "Azure/aks/azurerm"
  location     = "westeurope"
  agents_size  = "Standard_NC6s_v3"
  agents_count = 3
  tags         = { team = "search-ml" }
}
