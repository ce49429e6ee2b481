variable "name" { type = string }
variable "models" { type = map(number) }
variable "tier" {
  type = string
  validation {
    condition     = contains(["gold", "silver"], var.tier)
    error_message = "gold or silver"
  }
}
module "model" {
  source   = "./model"
  for_each = { for m, n in var.models : m => n if n > 0 }
  id       = "${var.name}_${each.key}"
  replicas = var.tier == "gold" ? each.value * 2 : each.value
}
output "endpoints" { value = { for k, m in module.model : m.id => m.endpoint } }
