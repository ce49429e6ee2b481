locals {
  teams = ["risk", "crm"]
  m = { b = 2, a = 1 }
}
resource "terraform_data" "scores" {
  input = {
    a = "%{ for t in local.teams }${t}%{ if t != "crm" }, %{ endif }%{ endfor }"
    b = "%{ for k, v in local.m ~} ${k}=${v} %{~ endfor }"
    c = "${"nested ${"deep ${1 + 1}"}"}"
    d = "%{ if true }a%{ else }b%{ endif }"
    e = "\t\"q\" \\ \u00e9 \U0001F600 $${x} %%{y}"
    f = "${true}"
    g = "${1}${2}"
    h = "${[1, 2]}"
    i = "${local.m}"
    j = "a${""}b"
    k = "%{ for i, t in local.teams }${i}${t}%{ endfor }"
    l = "$${"
    m = "$$${1}"
    n = "100%"
    o = "$"
  }
}
