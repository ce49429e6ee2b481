resource "aws_s3_bucket" "models" {
  bucket = "acme-models-${data.aws_caller_identity.current.account_id}"
  tags   = merge(local.platform_tags, { lifecycle_phase = "training" })
}

locals {
  training_tags = { for model, tags in local.model_tags : model => merge(tags, { lifecycle_phase = "training" }) }
}

# One box a model. Stopped between runs, so that only its volumes cost all month.
resource "aws_instance" "training" {
  for_each = var.training_boxes

  ami                  = data.aws_ami.deep_learning.id
  instance_type        = each.value.instance_type
  subnet_id            = aws_subnet.private[0].id
  iam_instance_profile = aws_iam_instance_profile.training.name
  tags                 = merge(local.training_tags[each.key], { Name = "${each.key}-training" })

  root_block_device {
    volume_type = each.value.volume_type
    volume_size = 100
    encrypted   = true
    tags        = local.training_tags[each.key]
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = each.value.volume_type
    volume_size = each.value.data_gib
    encrypted   = true
    tags        = local.training_tags[each.key]
  }
}

# Fraud rings show in the graph of payments, and learning from it needs GPUs that the fraud box does not have.
resource "aws_instance" "fraud_gpu_training" {
  ami                  = data.aws_ami.deep_learning.id
  instance_type        = "g5.12xlarge"
  subnet_id            = aws_subnet.private[0].id
  iam_instance_profile = aws_iam_instance_profile.training.name
  tags                 = { Name = "fraud-gpu-training" }

  root_block_device {
    volume_type = "gp3"
    volume_size = 200
    encrypted   = true
  }
}

resource "aws_ebs_volume" "payment_graph" {
  availability_zone = aws_subnet.private[0].availability_zone
  type              = "gp3"
  size              = 1000
  throughput        = 250
  encrypted         = true
  tags              = merge(local.model_tags["fraud"], { lifecycle_phase = "trainning" })
}

resource "aws_volume_attachment" "payment_graph" {
  device_name = "/dev/sdg"
  volume_id   = aws_ebs_volume.payment_graph.id
  instance_id = aws_instance.fraud_gpu_training.id
}

data "aws_ami" "deep_learning" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["Deep Learning Base OSS Nvidia Driver GPU AMI (Amazon Linux 2023)*"]
  }
}
