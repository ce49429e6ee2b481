provider "aws" {
  region = "us-east-1"
}

resource "aws_lightsail_database" "demo" {
  relational_database_name = "demo"
  availability_zone        = "us-east-1a"
  master_database_name     = "demo"
  master_username          = "demo"
  master_password          = "changed-by-hand"
  blueprint_id             = "postgres_16"
  bundle_id                = "micro_2_0"
}
