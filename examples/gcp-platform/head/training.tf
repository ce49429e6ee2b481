# Fine-tuning runs on a slice of sixteen v5e chips.
resource "google_tpu_v2_vm" "finetune" {
  provider         = google-beta
  name             = "finetune"
  zone             = "us-central1-a"
  runtime_version  = "v2-alpha-tpuv5-lite"
  accelerator_type = "v5litepod-16"

  labels = {
    team            = "assist-ml"
    cost_center     = "eng-assist"
    project         = "assistant"
    lifecycle_phase = "training"
    created_by      = "ana"
  }
}
