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

data "aws_ami" "deep_learning" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["Deep Learning Base OSS Nvidia Driver GPU AMI (Amazon Linux 2023)*"]
  }
}
