variable "tags" { type = map(string) }
variable "zones" { type = set(string) }
variable "obj" {
  type = object({ a = optional(number) })
}
variable "str" {}
variable "heredoc" {}
resource "terraform_data" "box" { input = [var.tags, var.zones, var.obj, var.str, var.heredoc] }
