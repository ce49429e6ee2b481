variable "team" { default = "platform" }
variable "environment" { type = string }
variable "gpu_count" {
  type    = number
  default = 1
}
variable "tags" {
  type    = map(string)
  default = {}
}
variable "e" { default = "d" }
resource "terraform_data" "train" {
  input = { team = var.team, environment = var.environment, gpus = var.gpu_count, tags = var.tags, e = var.e }
}
