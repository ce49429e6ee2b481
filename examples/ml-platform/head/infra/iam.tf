locals {
  # Role → the service that assumes it.
  services = {
    cluster   = "eks.amazonaws.com"
    nodes     = "ec2.amazonaws.com"
    sagemaker = "sagemaker.amazonaws.com"
    training  = "ec2.amazonaws.com"
  }
}

data "aws_iam_policy_document" "assume" {
  for_each = local.services

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = [each.value]
    }
  }
}

resource "aws_iam_role" "cluster" {
  name               = "ml-cluster"
  assume_role_policy = data.aws_iam_policy_document.assume["cluster"].json
}

resource "aws_iam_role" "nodes" {
  name               = "ml-nodes"
  assume_role_policy = data.aws_iam_policy_document.assume["nodes"].json
}

resource "aws_iam_role" "sagemaker" {
  name               = "ml-sagemaker"
  assume_role_policy = data.aws_iam_policy_document.assume["sagemaker"].json
}

resource "aws_iam_role" "training" {
  name               = "ml-training"
  assume_role_policy = data.aws_iam_policy_document.assume["training"].json
}

resource "aws_iam_instance_profile" "training" {
  name = "ml-training"
  role = aws_iam_role.training.name
}

resource "aws_iam_role_policy_attachment" "platform" {
  for_each = {
    AmazonEKSClusterPolicy             = aws_iam_role.cluster.name
    AmazonEKSWorkerNodePolicy          = aws_iam_role.nodes.name
    AmazonEKS_CNI_Policy               = aws_iam_role.nodes.name
    AmazonEC2ContainerRegistryReadOnly = aws_iam_role.nodes.name
    AmazonSageMakerFullAccess          = aws_iam_role.sagemaker.name
    AmazonS3FullAccess                 = aws_iam_role.training.name
  }

  role       = each.value
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}
