moved {
  from = terraform_data.one
  to   = terraform_data.many[0]
}

resource "terraform_data" "many" {
  count = 2
  input = count.index
}
