provider "aws" {
  region = "us-east-1"
}

resource "aws_docdbelastic_cluster" "documents" {
  name                = "documents"
  admin_user_name     = "admin"
  admin_user_password = "changed-by-hand"
  auth_type           = "PLAIN_TEXT"
  shard_capacity      = 4
  shard_count         = 2
}
