provider "aws" {
  region = "us-east-1"
}

resource "aws_vpn_connection" "office" {
  customer_gateway_id = "cgw-a"
  transit_gateway_id  = "tgw-a"
  type                = "ipsec.1"
}

resource "aws_vpn_connection" "lab" {
  customer_gateway_id = "cgw-b"
  vpn_gateway_id      = "vgw-b"
  type                = "ipsec.1"
}
