provider "aws" {
  region = "us-east-1"
}

resource "aws_db_proxy" "features" {
  name           = "features"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = ["subnet-a", "subnet-b"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db"
  }
}

# In front of a db.r6g.large: aws-db-proxy.usage.yml
resource "aws_db_proxy" "measured" {
  name           = "measured"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = ["subnet-a", "subnet-b"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db"
  }
}
