variable "size" {
  type    = string
  default = "ml.m5.large"
}

variable "replicas" {
  type    = number
  default = 1
}

locals {
  team  = "fraud-ml"
  model = "fraud"
}

resource "terraform_data" "endpoint" {
  count = var.replicas
  input = {
    size = var.size
    tags = { team = local.team, model = local.model }
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [triggers_replace]
  }
}

module "labels" {
  source = "./labels"
  name   = "base"
  extra  = "kept"
}

output "team" {
  value = local.team
}

resource "terraform_data" "labels" {
  input = module.labels.all
}
