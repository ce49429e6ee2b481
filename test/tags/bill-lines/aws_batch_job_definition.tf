resource "aws_batch_job_definition" "kept" {
  name = "kept"
  type = "container"
  tags = { team = "fraud-ml" }
}

resource "aws_batch_job_definition" "propagated" {
  name           = "propagated"
  type           = "container"
  propagate_tags = true
  tags           = { team = "fraud-ml" }
}
