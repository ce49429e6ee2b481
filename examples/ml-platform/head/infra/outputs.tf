output "endpoint_names" {
  description = "What clients invoke, by model."
  value = {
    fraud   = module.fraud_endpoint.name
    ranking = module.ranking_endpoint.name
  }
}
