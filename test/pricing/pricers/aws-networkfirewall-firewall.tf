provider "aws" {
  region = "us-east-1"
}

resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  firewall_policy_arn = "arn:aws:network-firewall:us-east-1:123456789012:firewall-policy/egress"
  vpc_id              = "vpc-a"

  subnet_mapping {
    subnet_id = "subnet-a"
  }

  subnet_mapping {
    subnet_id = "subnet-b"
  }
}
