provider "aws" {
  region = "us-east-1"
}

resource "aws_neptunegraph_graph" "knowledge" {
  graph_name         = "knowledge"
  provisioned_memory = 32
  replica_count      = 0
}
