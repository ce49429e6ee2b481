variable "teams" { type = map(list(string)) }

module "team" {
  source   = "./team"
  for_each = var.teams
  name     = each.key
  phases   = each.value
}

output "endpoints" {
  value = { for name, team in module.team : name => team.names }
}
