provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_resolver_endpoint" "office" {
  name               = "office"
  direction          = "OUTBOUND"
  security_group_ids = ["sg-a"]

  ip_address {
    subnet_id = "subnet-a"
  }

  ip_address {
    subnet_id = "subnet-b"
  }

  ip_address {
    subnet_id = "subnet-c"
  }
}
