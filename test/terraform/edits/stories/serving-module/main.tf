variable "tags" {
  type    = map(string)
  default = { team = "serving-ml" }
}

variable "env_tags" {
  type = map(string)
}

module "fraud" {
  source = "./serving"
  model  = "fraud_xgb_v7"
  tags   = merge(var.tags, var.env_tags)
}

module "ranking" {
  source = "./serving"
  model  = "product_rec_v3"
}

module "plain" {
  source = "./plain"
  count  = 2
}
