variable "kept" {
  default  = "the default"
  nullable = false
}
variable "dropped" {
  default = "the default"
}
variable "models" {
  type = map(object({
    size    = string
    storage = optional(object({ gb = string }))
  }))
}
output "all" {
  value = { kept = var.kept, dropped = var.dropped, models = var.models }
}
