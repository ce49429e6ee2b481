provider "aws" {
  region = "us-east-1"
}

resource "aws_opensearchserverless_collection" "vectors" {
  name = "vectors"
  type = "VECTORSEARCH"
}
