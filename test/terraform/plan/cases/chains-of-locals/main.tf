locals {
  a = { for index in range(3) : "k${index}" => index * 2 }
  b = [for key, value in local.a : "${key}=${value}" if value > 0]
  c = join(";", local.b)
  d = split(";", local.c)
  e = { for part in local.d : split("=", part)[0] => tonumber(split("=", part)[1]) }
  f = merge(local.a, local.e, { total = sum(values(local.e)) })
  g = local.f.total > 5 ? local.f : { none = 0 }
}

resource "terraform_data" "all" {
  input = [local.a, local.b, local.c, local.d, local.e, local.f, local.g]
}
