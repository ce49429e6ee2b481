provider "aws" {
  region = "us-east-1"
}

resource "aws_redshiftserverless_workgroup" "features" {
  namespace_name = "features"
  workgroup_name = "features"
  base_capacity  = 32
}

resource "aws_redshiftserverless_workgroup" "measured" {
  namespace_name = "measured"
  workgroup_name = "measured"
  base_capacity  = 8
}
