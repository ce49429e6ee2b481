variable "name" {
  description = "Name of the model and its endpoint."
  type        = string
}

variable "image" {
  description = "The serving image, as an ECR URI."
  type        = string
}

variable "model_data_url" {
  description = "Where the trained model lies in S3."
  type        = string
}

variable "role_arn" {
  description = "The role that SageMaker assumes."
  type        = string
}

variable "instance_type" {
  description = "SageMaker hosting instance type."
  type        = string
}

variable "instance_count" {
  description = "Instances that serve the model."
  type        = number
  default     = 1
}

variable "tags" {
  description = "Whose endpoint it is; the lifecycle phase is added here."
  type        = map(string)
}
