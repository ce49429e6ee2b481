# The experiment tracker's database.
provider "aws" { region = "us-east-1" }

module "mlflow" {
  source            = "terraform-aws-modules/rds/aws"
  engine            = "postgres"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  multi_az          = true
  tags              = { team = "ml-platform" }
}
