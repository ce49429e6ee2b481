team        = "fraud-ml"
environment = "from-terraform.tfvars"
gpu_count   = "4"
tags = { a = 1, b = true }
