provider "aws" {
  region = "us-east-1"
}

resource "aws_efs_file_system" "datasets" {
  encrypted = true
}

resource "aws_efs_file_system" "checkpoints" {
  throughput_mode                 = "provisioned"
  provisioned_throughput_in_mibps = 128
}

resource "aws_efs_file_system" "scratch" {
  availability_zone_name = "us-east-1a"
  throughput_mode        = "elastic"
}
