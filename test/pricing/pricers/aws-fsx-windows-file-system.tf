provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_windows_file_system" "labels" {
  storage_capacity    = 2000
  subnet_ids          = ["subnet-a", "subnet-b"]
  preferred_subnet_id = "subnet-a"
  deployment_type     = "MULTI_AZ_1"
  throughput_capacity = 64
}

resource "aws_fsx_windows_file_system" "single" {
  storage_capacity    = 500
  subnet_ids          = ["subnet-a"]
  throughput_capacity = 32
}
