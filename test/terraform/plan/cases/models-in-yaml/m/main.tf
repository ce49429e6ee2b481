variable "spec" { type = any }
variable "id" { type = string }
resource "terraform_data" "experiment" {
  count = var.spec.replicas
  input = { tags = merge({ model_id = var.id }, try(var.spec.tags, {})), t = var.spec.instance, gpu = var.spec.gpu }
}
