locals {
  name = "fraud"
  a = <<EOT
plain ${local.name}
  indented
EOT
  b = <<-EOT
      flush
        more
      $${escaped} %%{ if }

	tab
    EOT
  c = <<-EOT
    %{ for x in ["a", "b"] ~}
    item ${x}
    %{ endfor ~}
    %{ if true }yes%{ else }no%{ endif }
    ${jsonencode({ a = [1, 2], b = local.name })}
  EOT
  d = <<EOT
EOT
  f = { x = <<EOT
in object
EOT
  }
  g = [<<A
1
A
  , <<B
2
B
  ]
  h = trimspace(<<-EOT
      ${local.name}
    EOT
  )
}
resource "terraform_data" "launch" {
  input = [local.a, local.b, local.c, local.d, local.f, local.g, local.h]
}
