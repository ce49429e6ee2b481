resource "aws_sagemaker_notebook_instance" "research" {
  for_each = var.notebooks

  name          = "${each.key}-research"
  role_arn      = aws_iam_role.sagemaker.arn
  instance_type = each.value
  tags          = merge(local.model_tags[each.key], { lifecycle_phase = "development" })
}
