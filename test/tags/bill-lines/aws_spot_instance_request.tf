resource "aws_spot_instance_request" "train" {
  tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}

resource "aws_ec2_tag" "team" {
  resource_id = aws_spot_instance_request.train.spot_instance_id
  key         = "team"
  value       = "fraud-ml"
}
