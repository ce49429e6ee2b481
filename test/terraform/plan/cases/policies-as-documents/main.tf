variable "buckets" { default = ["data", "models"] }

locals {
  statement = {
    Effect   = "Allow"
    Action   = ["s3:GetObject", "s3:PutObject"]
    Resource = [for bucket in var.buckets : "arn:aws:s3:::${bucket}/*"]
  }
}

resource "terraform_data" "policy" {
  input = {
    json   = jsonencode({ Version = "2012-10-17", Statement = [local.statement] })
    yaml   = yamlencode({ statement = local.statement, empty = [], none = null })
    back   = jsondecode(jsonencode(local.statement)).Resource[1]
    hash   = substr(sha256(jsonencode(local.statement)), 0, 8)
    base64 = base64encode("a<b>&c")
  }
}
