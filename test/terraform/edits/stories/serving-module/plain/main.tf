resource "aws_instance" "box" {
  ami           = "ami-0abc"
  instance_type = "g5.xlarge"
}
