locals {
  default_labels = {
    environment = "production"
    created_by  = "automation"
  }
  platform_labels = {
    team            = "ml-platform"
    cost_center     = "eng-platform"
    project         = "ml-platform"
    model_id        = "shared"
    lifecycle_phase = "inference"
  }
  assist_labels = {
    team        = "assist-ml"
    cost_center = "eng-assist"
    project     = "assistant"
    model_id    = "gemma_assist_v2"
  }
}
