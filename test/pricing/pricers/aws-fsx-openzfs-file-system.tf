provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_openzfs_file_system" "home" {
  storage_capacity    = 2048
  subnet_ids          = ["subnet-a"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 256

  disk_iops_configuration {
    mode = "USER_PROVISIONED"
    iops = 10000
  }
}

resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity    = 1024
  subnet_ids          = ["subnet-a", "subnet-b"]
  deployment_type     = "MULTI_AZ_1"
  throughput_capacity = 160
}
