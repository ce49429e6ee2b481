provider "aws" {
  region = "us-east-1"
}

resource "aws_mwaa_environment" "pipelines" {
  name               = "pipelines"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::airflow"
  environment_class  = "mw1.medium"
  min_workers        = 2
  max_workers        = 5
  schedulers         = 3

  network_configuration {
    security_group_ids = ["sg-a"]
    subnet_ids         = ["subnet-a", "subnet-b"]
  }
}

resource "aws_mwaa_environment" "small" {
  name               = "small"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::airflow"

  network_configuration {
    security_group_ids = ["sg-a"]
    subnet_ids         = ["subnet-a", "subnet-b"]
  }
}
