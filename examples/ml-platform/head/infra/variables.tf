variable "region" {
  description = "Where the platform runs."
  type        = string
  default     = "us-east-1"
}

variable "environment" {
  description = "The environment that every resource is tagged with."
  type        = string
}

variable "vpc_cidr" {
  description = "Address range of the platform's network."
  type        = string
  default     = "10.40.0.0/16"
}

variable "availability_zones" {
  description = "One public and one private subnet, and one NAT gateway, are made in each."
  type        = list(string)
}

variable "node_count" {
  description = "Nodes of the cluster that the feature pipelines run on."
  type        = number
}

variable "endpoints" {
  description = "Size of each model's endpoint."
  type = map(object({
    instance_type  = string
    instance_count = number
  }))
}

variable "training_boxes" {
  description = "One training box a model, started for a run and stopped after it."
  type = map(object({
    instance_type = string
    data_gib      = optional(number, 100)
    volume_type   = optional(string, "gp3")
  }))
}

variable "notebooks" {
  description = "Notebook instance type by model."
  type        = map(string)
  default     = {}
}
