provider "aws" {
  default_tags { tags = { cost_center = "eng-risk" } }
}

resource "aws_emr_cluster" "features" {
  name = "features"
  tags = { team = "fraud-ml" }
}

resource "aws_emr_instance_group" "task" {
  cluster_id    = aws_emr_cluster.features.id
  instance_type = "m5.xlarge"
}

resource "aws_emr_instance_group" "elsewhere" {
  cluster_id    = "j-1ABCDEF"
  instance_type = "m5.xlarge"
}
