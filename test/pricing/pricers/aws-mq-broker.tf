provider "aws" {
  region = "us-east-1"
}

resource "aws_mq_broker" "jobs" {
  broker_name        = "jobs"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.xlarge"
  deployment_mode    = "CLUSTER_MULTI_AZ"

  user {
    username = "admin"
    password = "changed-by-hand"
  }
}

resource "aws_mq_broker" "standby" {
  broker_name        = "standby"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"

  user {
    username = "admin"
    password = "changed-by-hand"
  }
}

resource "aws_mq_broker" "no_price" {
  broker_name        = "small"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"

  user {
    username = "admin"
    password = "changed-by-hand"
  }
}
