provider "aws" {
  region = "us-east-1"
}

resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = "changed-by-hand"
  type     = "MicrosoftAD"
  edition  = "Standard"

  vpc_settings {
    vpc_id     = "vpc-a"
    subnet_ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_directory_service_directory" "small" {
  name     = "small.example.com"
  password = "changed-by-hand"

  vpc_settings {
    vpc_id     = "vpc-a"
    subnet_ids = ["subnet-a", "subnet-b"]
  }
}
