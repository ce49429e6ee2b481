variable "name" { type = string }
variable "job" {
  type = object({ type = string, count = optional(number, 1), volume = optional(object({ size = optional(number, 100), type = optional(string, "gp3") }), {}) })
}
variable "subnet_ids" { type = list(string) }
variable "tags" {
  type    = map(string)
  default = {}
}
