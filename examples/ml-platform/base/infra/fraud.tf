# Fraud detection: scores every card payment while the customer waits.
module "fraud_endpoint" {
  source = "./modules/sagemaker-endpoint"

  name           = "fraud-xgb-v7"
  image          = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"
  model_data_url = "s3://${aws_s3_bucket.models.bucket}/fraud/v7/model.tar.gz"
  role_arn       = aws_iam_role.sagemaker.arn
  instance_type  = var.endpoints["fraud"].instance_type
  instance_count = var.endpoints["fraud"].instance_count
  tags           = local.model_tags["fraud"]
}
