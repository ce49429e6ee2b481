resource "aws_emr_cluster" "features" {
  name = "features"
  tags = { team = "fraud-ml" }
}

resource "aws_emr_instance_fleet" "task" {
  cluster_id = aws_emr_cluster.features.id
}
