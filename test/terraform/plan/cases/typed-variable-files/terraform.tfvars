tags = {
  team : "fraud"
  "cost-center" = 4411
  env = true,
}
zones = ["b", "a", "b",]
obj = {}
str = "say \"hi\" $${x}"
heredoc = <<-EOT
  a
   b
EOT
