output "name" {
  description = "What clients invoke."
  value       = aws_sagemaker_endpoint.this.name
}
