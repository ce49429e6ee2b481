locals {
  names   = toset(["serve", "train", "Serve", "10", "9", "é"])
  numbers = toset([10, 9, 1.5, "2"])
  objects = toset([{ name = "b", size = 1 }, { name = "a", size = 2 }])
  pairs   = setproduct(["dev", "prod"], toset(["b", "a"]))
}

resource "terraform_data" "all" {
  input = {
    names   = tolist(local.names)
    numbers = tolist(local.numbers)
    objects = [for object in local.objects : object.name]
    pairs   = [for pair in local.pairs : join("-", pair)]
    union   = setunion(local.names, ["train", "new"])
    joined  = join(",", local.names)
  }
}

resource "terraform_data" "each" {
  for_each = toset([for number in local.numbers : tostring(number)])
  input    = each.value
}
