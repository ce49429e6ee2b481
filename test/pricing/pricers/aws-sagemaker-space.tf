provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_space" "shared" {
  domain_id  = "d-abc123"
  space_name = "churn"

  space_settings {
    app_type = "JupyterLab"

    space_storage_settings {
      ebs_storage_settings {
        ebs_volume_size_in_gb = 200
      }
    }
  }
}

resource "aws_sagemaker_space" "small" {
  domain_id  = "d-abc123"
  space_name = "ines"
}
