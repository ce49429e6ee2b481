provider "aws" {
  region = "us-east-1"
}

resource "aws_emr_instance_fleet" "task" {
  cluster_id                = "j-ABCDEFGHIJKLM"
  target_on_demand_capacity = 2
  target_spot_capacity      = 6

  instance_type_configs {
    instance_type = "m5.xlarge"
  }
}
