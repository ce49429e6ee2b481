provider "aws" {
  region = "us-east-1"
}

resource "aws_waf_web_acl" "old" {
  name        = "old"
  metric_name = "old"

  default_action {
    type = "ALLOW"
  }

  rules {
    priority = 1
    rule_id  = "abc"
  }
}

resource "aws_wafregional_web_acl" "older" {
  name        = "older"
  metric_name = "older"

  default_action {
    type = "ALLOW"
  }
}
