output "nodes" { value = [for n in terraform_data.node : n.input] }
output "type" { value = one(distinct(terraform_data.node[*].input.type)) }
