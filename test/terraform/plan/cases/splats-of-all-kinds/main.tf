variable "one" {
  type    = object({ name = string, ports = list(number) })
  default = { name = "a", ports = [1, 2] }
}

variable "none" {
  type    = object({ name = string })
  default = null
}

resource "terraform_data" "many" {
  count = 2
  input = { index = count.index, names = ["n${count.index}", "m"] }
}

resource "terraform_data" "all" {
  input = {
    one    = var.one[*].name
    none   = var.none[*].name
    first  = one(var.none[*].name)
    deep   = terraform_data.many[*].input.names[0]
    attr   = terraform_data.many.*.input.index
    ports  = var.one[*].ports[*]
    length = length(terraform_data.many[*])
    ids    = terraform_data.many[*].id
  }
}
