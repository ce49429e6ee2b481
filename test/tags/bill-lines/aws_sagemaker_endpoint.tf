resource "aws_sagemaker_endpoint_configuration" "fraud" {
  name = "fraud"
  tags = { team = "search-ml", model_id = "fraud_xgb_v7" }
}

resource "aws_sagemaker_endpoint" "fraud" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.fraud.name
  tags                 = { team = "fraud-ml" }
}
