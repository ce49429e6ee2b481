provider "aws" {
  region = "us-east-1"
}

resource "aws_emr_cluster" "features" {
  name          = "features"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  core_instance_group {
    instance_type  = "r5.2xlarge"
    instance_count = 4

    ebs_config {
      size                 = 200
      type                 = "gp3"
      volumes_per_instance = 2
    }
  }
}

resource "aws_emr_cluster" "spot" {
  name          = "spot"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  core_instance_group {
    instance_type  = "r5.2xlarge"
    instance_count = 4
    bid_price      = "0.20"
  }
}

resource "aws_emr_cluster" "fleets" {
  name          = "fleets"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"

  master_instance_fleet {
    target_on_demand_capacity = 1

    instance_type_configs {
      instance_type = "m5.xlarge"
    }
  }

  core_instance_fleet {
    target_on_demand_capacity = 4

    instance_type_configs {
      instance_type     = "m5.2xlarge"
      weighted_capacity = 2
    }

    instance_type_configs {
      instance_type     = "m5.4xlarge"
      weighted_capacity = 4
    }
  }
}
