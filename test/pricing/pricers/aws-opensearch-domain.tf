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
