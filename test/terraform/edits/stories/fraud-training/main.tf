# Training of the fraud model: each resource writes its tags in another way.
locals {
  tags = {
    team       = "fraud-ml" # owns the budget
    managed_by = "terraform"
  }
}

resource "aws_instance" "literal" {
  ami           = "ami-0abc"
  instance_type = "p4d.24xlarge"

  tags = {
    Name = "fraud-train" # shown in the console
    team = "fraud-ml"
  }
}

resource "aws_instance" "merged" {
  ami           = "ami-0abc"
  instance_type = "p4d.24xlarge"

  tags = merge(local.tags, {
    Name = "fraud-train"
  })
}

resource "aws_instance" "merged_last" {
  ami           = "ami-0abc"
  instance_type = "p4d.24xlarge"
  tags          = merge({ Name = "fraud-train" }, local.tags)
}

resource "aws_instance" "referenced" {
  ami           = "ami-0abc"
  instance_type = "p4d.24xlarge"
  tags          = local.tags # all that is shared
  user_data     = <<-EOT
    #!/bin/bash
    tags = { not = "a tag" }
  EOT
}

resource "aws_instance" "chosen" {
  ami           = "ami-0abc"
  instance_type = "p4d.24xlarge"
  tags          = 1 > 2 ? local.tags : { Name = "fraud-train" }
}

resource "aws_instance" "none" {
  ami           = "ami-0abc"
  instance_type = "p4d.24xlarge"

  root_block_device {
    volume_size = 500
  }

  depends_on = [aws_instance.literal]
}

resource "aws_ebs_volume" "each" {
  for_each          = toset(["a", "b"])
  availability_zone = "us-east-1${each.key}"
  size              = 1000
  tags              = { Name = "scratch-${each.key}" }
}
