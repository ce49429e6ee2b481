locals {
  template = "%%{ for name in names }[$${name}]%%{ endfor } of $${team}"
}

resource "terraform_data" "rendered" {
  input = {
    text = templatestring(local.template, { names = ["a", "b"], team = "fraud" })
    file = templatefile("${path.module}/run.sh.tftpl", { gpus = 8, env = { A = 1, B = "x" } })
  }
}
