provider "aws" { region = "us-east-1" }

module "score" {
  source      = "terraform-aws-modules/lambda/aws"
  memory_size = 1024
  tags        = { team = "fraud-ml" }
}
