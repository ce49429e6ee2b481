provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "features" {
  name         = "features"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}

resource "aws_dynamodb_table" "locks" {
  name           = "locks"
  read_capacity  = 20
  write_capacity = 10
  hash_key       = "id"

  global_secondary_index {
    name            = "by-owner"
    hash_key        = "owner"
    projection_type = "ALL"
    read_capacity   = 5
    write_capacity  = 5
  }
}

resource "aws_dynamodb_table" "archive" {
  name        = "archive"
  table_class = "STANDARD_INFREQUENT_ACCESS"
}

# Capacity that follows the load.
resource "aws_dynamodb_table" "sessions" {
  name           = "sessions"
  hash_key       = "id"
  read_capacity  = 10
  write_capacity = 5

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_appautoscaling_target" "sessions" {
  service_namespace  = "dynamodb"
  resource_id        = "table/sessions"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 400
}
