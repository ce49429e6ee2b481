provider "aws" {
  region = "us-east-1"
}

# A training box with a fast root volume and a scratch disk.
resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"
  monitoring    = true

  root_block_device {
    volume_type = "gp3"
    volume_size = 200
    iops        = 4000
    throughput  = 250
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "io2"
    volume_size = 1000
    iops        = 40000
  }
}

# Nothing is said of its disk.
resource "aws_instance" "notebook" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.large"
  associate_public_ip_address = true

  credit_specification {
    cpu_credits = "unlimited"
  }
}

# Its address is an Elastic IP, charged on its own.
resource "aws_instance" "gateway" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.large"
  associate_public_ip_address = true
}

resource "aws_eip" "gateway" {
  instance = aws_instance.gateway.id
}

# Size and disks come from the template.
resource "aws_launch_template" "gpu" {
  instance_type = "g5.2xlarge"

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 100
      volume_type = "gp3"
    }
  }
}

resource "aws_instance" "from_template" {
  launch_template {
    id      = aws_launch_template.gpu.id
    version = "$Latest"
  }
}

resource "aws_instance" "spot" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"

  instance_market_options {
    market_type = "spot"
  }
}

resource "aws_instance" "metal" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7i.metal-24xl"
}

resource "aws_instance" "dedicated" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
  tenancy       = "dedicated"
}

# A size that is not there.
resource "aws_instance" "typo" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlrage"
}

variable "size" {
  type = string
}

resource "aws_instance" "unknown_size" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.size
}

variable "disk" {
  type = number
}

# The instance is priced though its disk is not known.
resource "aws_instance" "unknown_disk" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.xlarge"

  root_block_device {
    volume_size = var.disk
  }
}

# Which of the template's disks it replaces depends on device names that nobody wrote.
resource "aws_instance" "own_root" {
  launch_template {
    id = aws_launch_template.gpu.id
  }

  root_block_device {
    volume_size = 300
  }
}
