variable "password" {
  default   = "hunter2"
  sensitive = true
}

module "database" {
  source   = "./database"
  password = var.password
}

resource "terraform_data" "app" {
  input = {
    url    = module.database.url
    length = length(var.password)
    clear  = nonsensitive(length(var.password))
    kept   = issensitive(module.database.url)
    tags   = { team = "fraud", secret = var.password }
  }
}
