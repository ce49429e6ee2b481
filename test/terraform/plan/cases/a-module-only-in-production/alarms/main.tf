variable "channels" {
  type = set(string)
}

resource "terraform_data" "channel" {
  for_each = var.channels
  input    = { channel = each.key, same = each.key == each.value }
}

output "names" {
  value = sort([for channel in terraform_data.channel : channel.input.channel])
}
