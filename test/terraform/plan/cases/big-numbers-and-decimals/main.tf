locals {
  account = 123456789012345678
  rate    = 0.1 + 0.2
  hours   = 730 * 24.48
}

resource "terraform_data" "numbers" {
  input = {
    account = "arn:aws:iam::${local.account}:root"
    rate    = local.rate
    text    = tostring(local.rate)
    hours   = local.hours
    third   = floor(1 / 3 * 3)
    share   = format("%.4f", 2 / 3)
    huge    = "${pow(2, 40)}"
    parsed  = parseint("ff", 16)
    percent = "${floor(0.29 * 100)}%"
  }
}
