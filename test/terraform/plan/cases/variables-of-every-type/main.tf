variable "text" { type = string }
variable "amount" { type = number }
variable "flag" { type = bool }
variable "names" { type = list(string) }
variable "unique" { type = set(number) }
variable "labels" { type = map(string) }
variable "pair" { type = tuple([string, number]) }
variable "any_list" { type = list(any) }
variable "free" { type = any }
variable "nothing" {
  type    = string
  default = null
}
variable "never_null" {
  type     = string
  default  = "kept"
  nullable = false
}

resource "terraform_data" "all" {
  input = {
    text = var.text, amount = var.amount, flag = var.flag, names = var.names, unique = var.unique
    labels = var.labels, pair = var.pair, any_list = var.any_list, free = var.free
    nothing = var.nothing, never_null = var.never_null
  }
}
