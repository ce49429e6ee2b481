provider "aws" {
  region = "us-east-1"
}

resource "aws_apigatewayv2_api" "scoring" {
  name          = "scoring"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"
}
