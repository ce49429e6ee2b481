variable "tags" {
  type    = any
  default = null
}

variable "extra" {
  default = ["a"]
}

locals {
  tags  = var.tags == null ? {} : var.tags
  list  = can(tolist(var.extra)) ? tolist(var.extra) : tolist([])
  size  = length(local.list) > 0 ? element(local.list, 0) : null
  count = var.tags != null ? 1 : 0
  mixed = true ? { a = 1, b = "x" } : { a = "2", b = "y" }
}

resource "terraform_data" "maybe" {
  count = local.count
  input = "never"
}

resource "terraform_data" "all" {
  input = { tags = local.tags, list = local.list, size = local.size, mixed = local.mixed, none = terraform_data.maybe[*].input }
}
