provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "jakarta"
  region = "ap-southeast-3"
}

resource "aws_ebs_volume" "features" {
  availability_zone = "us-east-1a"
  size              = 500
}

resource "aws_ebs_volume" "datasets" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 2000
  iops              = 6000
  throughput        = 500
}

resource "aws_ebs_volume" "checkpoints" {
  availability_zone = "us-east-1a"
  type              = "io2"
  size              = 4000
  iops              = 70000
}

resource "aws_ebs_volume" "archive" {
  availability_zone = "us-east-1a"
  type              = "standard"
  size              = 100
}

resource "aws_ebs_volume" "no_iops" {
  availability_zone = "us-east-1a"
  type              = "io1"
  size              = 100
}

# The facts hold no EBS prices for Jakarta.
resource "aws_ebs_volume" "jakarta" {
  provider          = aws.jakarta
  availability_zone = "ap-southeast-3a"
  type              = "gp3"
  size              = 100
}

resource "aws_ebs_volume" "restored" {
  availability_zone = "us-east-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}

resource "aws_ebs_volume" "odd" {
  availability_zone = "us-east-1a"
  type              = "gp4"
  size              = 100
}
