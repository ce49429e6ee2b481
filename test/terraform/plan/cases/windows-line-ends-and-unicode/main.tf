variable "équipe" { default = "données" }
locals {
  текст = <<-EOT
    line one
      line two ${var.équipe}
  EOT
  emoji = "🚀 ${length("🚀é")} ${substr("🚀abc", 0, 2)} ${upper("straße")} ${title("élan vital")}"
}
resource "terraform_data" "user_data" {
  input = {
    t = local.текст
    e = local.emoji
    "ключ" = strrev("añb")
  }
}
