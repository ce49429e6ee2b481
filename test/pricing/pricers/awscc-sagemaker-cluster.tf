provider "awscc" {
  region = "us-west-2"
}

variable "workers" {
  type = number
}

resource "awscc_sagemaker_cluster" "foundation" {
  cluster_name = "foundation"
  instance_groups = [
    {
      instance_group_name      = "controller"
      instance_type            = "ml.m5.2xlarge"
      instance_count           = 1
      execution_role           = "arn:aws:iam::123456789012:role/hyperpod"
      instance_storage_configs = [{ ebs_volume_config = { volume_size_in_gb = 500 } }]
    },
    {
      instance_group_name = "workers"
      instance_type       = "ml.g5.12xlarge"
      instance_count      = 4
      execution_role      = "arn:aws:iam::123456789012:role/hyperpod"
    },
  ]
}

resource "awscc_sagemaker_cluster" "reserved" {
  cluster_name = "reserved"
  instance_groups = [
    {
      instance_group_name = "planned"
      instance_type       = "ml.p5.48xlarge"
      instance_count      = 8
      execution_role      = "arn:aws:iam::123456789012:role/hyperpod"
      training_plan_arn   = "arn:aws:sagemaker:us-west-2:123456789012:training-plan/foundation"
    },
  ]
}

resource "awscc_sagemaker_cluster" "new" {
  cluster_name = "new"
  instance_groups = [
    {
      instance_group_name = "workers"
      instance_type       = "ml.p6-b200.48xlarge"
      instance_count      = 1
      execution_role      = "arn:aws:iam::123456789012:role/hyperpod"
    },
  ]
}

resource "awscc_sagemaker_cluster" "spot" {
  cluster_name = "spot"
  instance_groups = [
    {
      instance_group_name   = "workers"
      instance_type         = "ml.g5.12xlarge"
      instance_count        = 2
      execution_role        = "arn:aws:iam::123456789012:role/hyperpod"
      capacity_requirements = { spot = "{}" }
    },
  ]
}

resource "awscc_sagemaker_cluster" "undecided" {
  cluster_name = "undecided"
  instance_groups = [
    {
      instance_group_name = "workers"
      instance_type       = "ml.g5.12xlarge"
      instance_count      = var.workers
      execution_role      = "arn:aws:iam::123456789012:role/hyperpod"
    },
  ]
}

# It runs on the instances of its endpoint.
resource "awscc_sagemaker_inference_component" "llama" {
  endpoint_name  = "llama"
  variant_name   = "all"
  specification  = { model_name = "llama" }
  runtime_config = { copy_count = 2 }
}
