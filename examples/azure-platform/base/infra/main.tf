terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "~> 4.0" }
  }
}

provider "azurerm" {
  features {}
}

variable "location" {
  default = "East US"
}

locals {
  # Azure does not tell `Team` from `team`.
  platform = {
    Team            = "ml-platform"
    model_id        = "shared"
    environment     = "production"
    cost_center     = "eng-platform"
    lifecycle_phase = "inference"
    created_by      = "platform@acme.example"
    project         = "shared"
  }
  churn = merge(local.platform, {
    Team            = "credit-ml"
    model_id        = "churn_lgbm_v2"
    cost_center     = "eng-credit"
    lifecycle_phase = "training"
    project         = "churn"
  })
}

resource "azurerm_resource_group" "ml" {
  name     = "ml"
  location = var.location
  tags     = local.platform
}
