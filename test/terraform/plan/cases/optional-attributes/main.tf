variable "endpoint" {
  type = object({
    name           = string
    instance_type  = optional(string, "ml.m5.large")
    instances      = optional(number, 1)
    tags           = optional(map(string), {})
    autoscaling    = optional(object({ min = optional(number, 1), max = number }))
    variants       = optional(list(object({ name = string, weight = optional(number, 1) })), [{ name = "blue" }])
    kms            = optional(string)
  })
}
variable "pools" {
  type = map(object({
    size   = optional(number, 2)
    labels = optional(map(string), { pool = "default" })
    taints = optional(set(string), ["gpu"])
    spot   = optional(bool, false)
  }))
  default = { a = {}, b = { size = "3", extra = "dropped", spot = null }, c = { taints = ["x", "y", "x"], labels = null } }
}
resource "terraform_data" "endpoint" { input = var.endpoint }
resource "terraform_data" "pool" {
  for_each = var.pools
  input    = each.value
}
