variable "models" {
  type = map(object({
    size     = optional(string, "ml.m5.large")
    replicas = optional(number, 1)
    gpu      = optional(bool)
    tags     = optional(map(string), {})
    storage = optional(object({
      gb   = optional(number, 20)
      type = optional(string, "gp3")
    }), {})
    hooks = optional(list(object({ url = string, retries = optional(number, 3) })), [{ url = "https://default" }])
    extra = optional(any)
  }))
  nullable = false
  default = {
    fraud = {}
    churn = { size = null, replicas = "2", storage = { gb = "50" }, hooks = [{ url = "a", unknown = 1 }], tags = { a = 1 } }
  }
}

variable "nothing" {
  type     = string
  default  = null
  nullable = true
}

variable "kept" {
  type     = list(string)
  default  = ["x"]
  nullable = false
}

module "inner" {
  source  = "./inner"
  kept    = null
  dropped = null
  models  = var.models
}

resource "terraform_data" "models" {
  for_each = var.models
  input    = each.value
}

resource "terraform_data" "rest" {
  input = {
    nothing = var.nothing
    kept    = var.kept
    inner   = module.inner.all
  }
}
