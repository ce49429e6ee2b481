# A training box for each model, without a word about whose it is.
provider "aws" { region = "us-east-1" }

module "training" {
  source        = "terraform-aws-modules/ec2-instance/aws"
  for_each      = toset(["fraud_xgb_v7", "product_rec_v3"])
  instance_type = "g5.xlarge"
  tags          = { model_id = each.key }
}
