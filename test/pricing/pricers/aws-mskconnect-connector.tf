provider "aws" {
  region = "us-east-1"
}

resource "aws_mskconnect_connector" "sink" {
  name = "features-sink"

  capacity {
    autoscaling {
      mcu_count        = 2
      min_worker_count = 1
      max_worker_count = 4
    }
  }
}

resource "aws_mskconnect_connector" "source" {
  name = "source"

  capacity {
    provisioned_capacity {
      mcu_count    = 1
      worker_count = 2
    }
  }
}
