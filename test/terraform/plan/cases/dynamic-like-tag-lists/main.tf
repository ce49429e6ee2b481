variable "tags" {
  type    = map(string)
  default = { team = "fraud", phase = "training", "cost-center" = "42" }
}

locals {
  pairs = [for key, value in var.tags : { key = key, value = value, propagate_at_launch = true }]
  named = concat(local.pairs, [{ key = "Name", value = "train", propagate_at_launch = false }])
}

resource "terraform_data" "group" {
  input = {
    tag   = local.named
    keys  = local.named[*].key
    again = { for pair in local.named : pair.key => pair.value if pair.propagate_at_launch }
  }
}
