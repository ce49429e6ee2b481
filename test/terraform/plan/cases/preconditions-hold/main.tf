variable "size" {
  type    = string
  default = "p4d.24xlarge"
  validation {
    condition     = startswith(var.size, "p")
    error_message = "Training runs on p instances."
  }
}

resource "terraform_data" "train" {
  input = { size = var.size, family = split(".", var.size)[0] }
  lifecycle {
    precondition {
      condition     = strcontains(var.size, ".")
      error_message = "A size has a family."
    }
    postcondition {
      condition     = self.input.family == "p4d"
      error_message = "The family is p4d."
    }
    ignore_changes = [input]
  }
}

check "budget" {
  assert {
    condition     = var.size != ""
    error_message = "There is a size."
  }
}
