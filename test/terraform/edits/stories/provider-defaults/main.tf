provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      managed_by = "terraform"
    }
  }
}

provider "aws" {
  alias  = "oregon"
  region = "us-west-2"
}

resource "aws_instance" "train" {
  ami           = "ami-0abc"
  instance_type = "p4d.24xlarge"
}

resource "aws_instance" "notebook" {
  ami           = "ami-0abc"
  instance_type = "g5.xlarge"
  tags          = { team = "risk-ml" }
}

resource "aws_instance" "oregon" {
  provider      = aws.oregon
  ami           = "ami-0abc"
  instance_type = "g5.xlarge"
}
