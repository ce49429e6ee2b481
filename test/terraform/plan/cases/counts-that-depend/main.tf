variable "replicas" {
  type    = map(number)
  default = { fraud = 2, churn = 0, search = 1 }
}

locals {
  flat = flatten([for model, count in var.replicas : [for index in range(count) : { model = model, index = index }]])
}

resource "terraform_data" "replica" {
  for_each = { for entry in local.flat : "${entry.model}/${entry.index}" => entry }
  input    = each.value.index == 0 ? "leader of ${each.value.model}" : "follower"
}

resource "terraform_data" "summary" {
  count = length(terraform_data.replica) > 2 ? 1 : 0
  input = { for model, count in var.replicas : model => [for key, r in terraform_data.replica : r.input if startswith(key, "${model}/")] }
}
