# Product ranking: orders search results in the shop.
module "ranking_endpoint" {
  source = "./modules/sagemaker-endpoint"

  name           = "product-rec-v3"
  image          = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312-ubuntu22.04-sagemaker"
  model_data_url = "s3://${aws_s3_bucket.models.bucket}/ranking/v3/model.tar.gz"
  role_arn       = aws_iam_role.sagemaker.arn
  instance_type  = var.endpoints["ranking"].instance_type
  instance_count = var.endpoints["ranking"].instance_count
  tags           = local.model_tags["ranking"]
}
