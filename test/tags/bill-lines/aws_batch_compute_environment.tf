resource "aws_batch_compute_environment" "spot" {
  compute_resources {
    type      = "SPOT"
    max_vcpus = 64
    tags      = { team = "fraud-ml" }
  }
  tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}

resource "aws_batch_compute_environment" "fargate" {
  compute_resources {
    type      = "FARGATE"
    max_vcpus = 64
  }
  tags = { team = "fraud-ml" }
}
