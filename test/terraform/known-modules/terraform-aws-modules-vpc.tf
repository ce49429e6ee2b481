# One NAT gateway for each zone.
provider "aws" { region = "us-east-1" }

module "vpc" {
  source                 = "terraform-aws-modules/vpc/aws"
  azs                    = ["us-east-1a", "us-east-1b", "us-east-1c"]
  private_subnets        = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
  enable_nat_gateway     = true
  one_nat_gateway_per_az = true
  tags                   = { team = "ml-platform" }
}
