locals {
  models = yamldecode(file("${path.module}/models.yaml"))
  teams  = jsondecode(file("teams.json"))
  csv    = csvdecode(file("${path.root}/costs.csv"))
  all    = { for f in fileset(path.module, "config/**/*.yaml") : trimsuffix(basename(f), ".yaml") => yamldecode(file(f)) }
}
resource "terraform_data" "model" {
  for_each = local.models.models
  input    = each.value
}
resource "terraform_data" "rest" {
  input = {
    teams = local.teams
    csv = local.csv
    all = local.all
    set = fileset(path.module, "*.{json,yaml}")
    set2 = fileset("${path.module}/config", "**")
    set3 = fileset("nowhere", "*")
    tpl = templatefile("${path.module}/t.tftpl", { name = "fraud", items = ["a", "b"], tags = { k = "v" } })
    exists = fileexists("teams.json")
    not = fileexists("nope")
    md5 = filemd5("teams.json")
    b64 = filebase64("teams.json")
    anchors = local.models.anchored
    dir = dirname("a/b/c.txt")
  }
}
