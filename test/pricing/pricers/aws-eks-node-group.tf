provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_cluster" "ml" {
  name     = "ml-prod"
  role_arn = "arn:aws:iam::123456789012:role/eks"
}

# Size, disks: all defaults.
resource "aws_eks_node_group" "system" {
  cluster_name = aws_eks_cluster.ml.name

  scaling_config {
    desired_size = 3
    min_size     = 3
    max_size     = 5
  }
}

resource "aws_eks_node_group" "gpu" {
  cluster_name   = aws_eks_cluster.ml.name
  instance_types = ["g5.12xlarge"]
  ami_type       = "AL2023_x86_64_NVIDIA"
  disk_size      = 200

  scaling_config {
    desired_size = 2
    min_size     = 0
    max_size     = 8
  }
}

resource "aws_launch_template" "nodes" {
  name_prefix = "nodes"

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 80
      volume_type = "gp3"
    }
  }
}

resource "aws_eks_node_group" "from_template" {
  cluster_name   = aws_eks_cluster.ml.name
  instance_types = ["m6i.2xlarge", "m5.2xlarge"]

  launch_template {
    id      = aws_launch_template.nodes.id
    version = aws_launch_template.nodes.latest_version
  }

  scaling_config {
    desired_size = 4
    min_size     = 4
    max_size     = 4
  }
}

resource "aws_eks_node_group" "spot" {
  cluster_name   = aws_eks_cluster.ml.name
  capacity_type  = "SPOT"
  instance_types = ["g4dn.xlarge"]

  scaling_config {
    desired_size = 5
    min_size     = 0
    max_size     = 10
  }
}

resource "aws_eks_node_group" "windows" {
  cluster_name = aws_eks_cluster.ml.name
  ami_type     = "WINDOWS_CORE_2022_x86_64"

  scaling_config {
    desired_size = 1
    min_size     = 1
    max_size     = 1
  }
}
