provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticsearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_type  = "r6g.large.elasticsearch"
    instance_count = 2
    warm_enabled   = true
    warm_type      = "ultrawarm1.medium.elasticsearch"
    warm_count     = 2
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = 100
    throughput  = 250
  }
}
