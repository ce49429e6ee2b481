provider "aws" {
  region = "us-east-1"
}

resource "aws_opensearch_domain" "vectors" {
  domain_name = "vectors"

  cluster_config {
    instance_type            = "r6g.xlarge.search"
    instance_count           = 3
    dedicated_master_enabled = true
    dedicated_master_type    = "m5.large.search"
  }

  ebs_options {
    ebs_enabled = true
    volume_size = 500
  }
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_type  = "m5.large.search"
    instance_count = 2
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = 100
  }
}
