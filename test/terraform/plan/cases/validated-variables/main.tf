variable "size" {
  type    = string
  default = "ml.g5.xlarge"

  validation {
    condition     = can(regex("^ml\\.", var.size))
    error_message = "SageMaker's sizes begin with ml."
  }
  validation {
    condition     = !contains(var.banned, var.size)
    error_message = "The size ${var.size} is banned."
  }
}

variable "banned" {
  type    = set(string)
  default = ["ml.p4d.24xlarge"]
}

variable "phase" {
  type      = string
  default   = "training"
  sensitive = true
  validation {
    condition     = contains(["training", "serving"], var.phase)
    error_message = "No such phase."
  }
}

resource "terraform_data" "endpoint" {
  input = {
    size  = var.size
    phase = var.phase
  }

  lifecycle {
    precondition {
      condition     = var.size != "ml.p4d.24xlarge"
      error_message = "Too large."
    }
    postcondition {
      condition     = self.output != null
      error_message = "No output."
    }
  }
}

check "budget" {
  assert {
    condition     = var.size == "ml.t3.medium"
    error_message = "A dear one."
  }
}
