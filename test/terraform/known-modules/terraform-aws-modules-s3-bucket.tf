provider "aws" { region = "us-east-1" }

module "features" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "4.1.2"
  bucket  = "acme-features"
  tags    = { team = "search-ml", lifecycle_phase = "feature_pipeline" }
}
