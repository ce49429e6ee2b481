# The cluster that all teams share: feature pipelines run here, for every model.
locals {
  cluster_tags = merge(local.platform_tags, { lifecycle_phase = "feature_pipeline" })
}

resource "aws_eks_cluster" "shared" {
  name     = "ml-shared"
  version  = "1.33"
  role_arn = aws_iam_role.cluster.arn
  tags     = local.cluster_tags

  vpc_config {
    subnet_ids = aws_subnet.private[*].id
  }

  upgrade_policy {
    support_type = "STANDARD"
  }
}

resource "aws_launch_template" "pipelines" {
  name_prefix            = "ml-pipelines-"
  update_default_version = true
  tags                   = local.cluster_tags

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type = "gp3"
      volume_size = 80
      encrypted   = true
    }
  }

  # The node group's own tags stop at the node group, and default_tags do not reach into a template.
  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume"])

    content {
      resource_type = tag_specifications.value
      tags          = merge(local.default_tags, local.cluster_tags)
    }
  }
}

resource "aws_eks_node_group" "pipelines" {
  cluster_name    = aws_eks_cluster.shared.name
  node_group_name = "pipelines"
  node_role_arn   = aws_iam_role.nodes.arn
  subnet_ids      = aws_subnet.private[*].id
  instance_types  = ["m5.xlarge"]
  tags            = local.cluster_tags

  launch_template {
    id      = aws_launch_template.pipelines.id
    version = aws_launch_template.pipelines.latest_version
  }

  scaling_config {
    min_size     = 1
    desired_size = var.node_count
    max_size     = 6
  }
}

# Prometheus and Grafana.
resource "aws_instance" "monitoring" {
  ami           = data.aws_ami.amazon_linux.id
  instance_type = "m5.large"
  subnet_id     = aws_subnet.private[0].id
  tags          = merge(local.platform_tags, { Name = "monitoring", lifecycle_phase = "monitoring" })
  volume_tags   = merge(local.default_tags, local.platform_tags, { lifecycle_phase = "monitoring" })

  root_block_device {
    volume_type = "gp3"
    volume_size = 50
    encrypted   = true
  }
}

data "aws_ami" "amazon_linux" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
}
