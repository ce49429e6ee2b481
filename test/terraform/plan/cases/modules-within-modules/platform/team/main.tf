variable "name" { type = string }
variable "phases" { type = list(string) }

resource "terraform_data" "job" {
  count = length(var.phases)
  input = { name = "${var.name}-${var.phases[count.index]}", path = path.module, root = path.root }
}

output "names" {
  value = terraform_data.job[*].input.name
}
