provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_lustre_file_system" "scratch" {
  subnet_ids       = ["subnet-a"]
  storage_capacity = 1200
  deployment_type  = "SCRATCH_2"
}

resource "aws_fsx_lustre_file_system" "training" {
  subnet_ids                  = ["subnet-a"]
  storage_capacity            = 4800
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 500
}

resource "aws_fsx_lustre_file_system" "archive" {
  subnet_ids                  = ["subnet-a"]
  storage_capacity            = 6000
  deployment_type             = "PERSISTENT_1"
  storage_type                = "HDD"
  per_unit_storage_throughput = 12
  drive_cache_type            = "READ"
}

resource "aws_fsx_lustre_file_system" "restored" {
  subnet_ids      = ["subnet-a"]
  deployment_type = "SCRATCH_2"
  backup_id       = "backup-0123456789abcdef0"
}
