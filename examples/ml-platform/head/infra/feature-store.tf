# Features are written by the pipelines on the cluster and read by every model.
data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "feature_store" {
  bucket = "acme-feature-store-${data.aws_caller_identity.current.account_id}"
  tags   = merge(local.platform_tags, { lifecycle_phase = "feature_pipeline" })
}

resource "aws_s3_bucket_versioning" "feature_store" {
  bucket = aws_s3_bucket.feature_store.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_db_subnet_group" "feature_store" {
  name       = "feature-store"
  subnet_ids = aws_subnet.private[*].id
  tags       = local.platform_tags
}

resource "aws_db_instance" "feature_store" {
  identifier                  = "feature-store"
  engine                      = "postgres"
  engine_version              = "16.8"
  instance_class              = "db.r6g.large"
  allocated_storage           = 200
  storage_type                = "gp3"
  storage_encrypted           = true
  db_name                     = "features"
  username                    = "features"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.feature_store.name
  backup_retention_period     = 7
  skip_final_snapshot         = false
  final_snapshot_identifier   = "feature-store-final"
  tags                        = merge(local.platform_tags, { lifecycle_phase = "feature_pipeline" })
}
