# The GPU cluster of the fraud team; the module is of a registry that CI cannot reach.
provider "aws" {
  region = "us-east-1"
  default_tags { tags = { environment = "production" } }
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name = "fraud"
  tags = { team = "fraud-ml", cost_center = "eng-risk" }
  cluster_tags = { model_id = "shared" }

  eks_managed_node_group_defaults = { instance_types = ["m5.large"] }
  eks_managed_node_groups = {
    system = {}
    gpu = {
      instance_types = ["g5.xlarge"]
      desired_size   = 2
      max_size       = 4
      block_device_mappings = {
        xvda = { device_name = "/dev/xvda", ebs = { volume_size = 200, volume_type = "gp3" } }
      }
      tags           = { model_id = "fraud_xgb_v7" }
    }
  }
}
