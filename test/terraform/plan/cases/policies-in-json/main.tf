locals {
  account = "123456789012"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for s in local.statements : { Effect = "Allow", Action = s.actions, Resource = [for b in s.buckets : "arn:aws:s3:::${b}/*"] }]
  })
  statements = [
    { actions = ["s3:GetObject"], buckets = ["features-${local.account}"] },
    { actions = ["s3:PutObject", "s3:DeleteObject"], buckets = ["models", "logs"] },
  ]
  doc = <<-JSON
    {
      "team": "${upper("risk")}",
      "ids": ${jsonencode([1, 2])},
      "escaped": "$${aws:username}"
    }
  JSON
}
resource "terraform_data" "policy" { input = { p = jsondecode(local.policy), raw = local.policy, doc = jsondecode(local.doc) } }
