provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_metric_alarm" "latency" {
  alarm_name          = "fraud-latency"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "ModelLatency"
  namespace           = "AWS/SageMaker"
  period              = 60
  threshold           = 200
}

resource "aws_cloudwatch_metric_alarm" "error_rate" {
  alarm_name          = "fraud-error-rate"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  threshold           = 1

  metric_query {
    id          = "rate"
    expression  = "errors / invocations"
    return_data = true
  }

  metric_query {
    id = "errors"
    metric {
      metric_name = "Invocation5XXErrors"
      namespace   = "AWS/SageMaker"
      period      = 60
      stat        = "Sum"
    }
  }

  metric_query {
    id = "invocations"
    metric {
      metric_name = "Invocations"
      namespace   = "AWS/SageMaker"
      period      = 60
      stat        = "Sum"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "fast" {
  alarm_name          = "fraud-spikes"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Invocations"
  namespace           = "Custom"
  period              = 10
  threshold           = 1000
}
