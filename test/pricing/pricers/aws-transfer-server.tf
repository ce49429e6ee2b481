provider "aws" {
  region = "us-east-1"
}

resource "aws_transfer_server" "partners" {
  protocols = ["SFTP", "FTPS"]
}

resource "aws_transfer_server" "plain" {
}
