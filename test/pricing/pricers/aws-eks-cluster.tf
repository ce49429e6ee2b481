provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_cluster" "ml" {
  name     = "ml-prod"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  version  = "1.31"

  vpc_config {
    subnet_ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_eks_cluster" "standard_only" {
  name     = "ml-dev"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  upgrade_policy {
    support_type = "STANDARD"
  }

  compute_config {
    enabled = true
  }
}
