locals {
  # What every resource carries, whoever writes it.
  default_tags = {
    environment = var.environment
    project     = "ml-platform"
    cost_center = "eng-platform"
    created_by  = "automation"
    managed_by  = "terraform"
  }

  platform_tags = {
    team     = "ml-platform"
    model_id = "shared"
  }

  model_tags = {
    fraud = {
      team        = "fraud-ml"
      cost_center = "eng-risk"
      project     = "fraud-detection"
      model_id    = "fraud_xgb_v7"
    }
    ranking = {
      team        = "search-ml"
      cost_center = "eng-search"
      project     = "product-ranking"
      model_id    = "product_rec_v3"
    }
  }
}
