provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_monitoring_schedule" "fraud" {
  name = "fraud-drift-hourly"

  monitoring_schedule_config {
    monitoring_job_definition_name = "fraud-drift"
    monitoring_type                = "DataQuality"

    schedule_config {
      schedule_expression = "cron(0 * ? * * *)"
    }
  }
}
