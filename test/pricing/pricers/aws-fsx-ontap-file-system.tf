provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_ontap_file_system" "datasets" {
  storage_capacity    = 10240
  subnet_ids          = ["subnet-a", "subnet-b"]
  preferred_subnet_id = "subnet-a"
  deployment_type     = "MULTI_AZ_1"
  throughput_capacity = 512
}

resource "aws_fsx_ontap_file_system" "scratch" {
  storage_capacity    = 1024
  subnet_ids          = ["subnet-a"]
  preferred_subnet_id = "subnet-a"
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 128

  disk_iops_configuration {
    mode = "USER_PROVISIONED"
    iops = 5000
  }
}
