provider "aws" {
  region = "us-east-1"
}

resource "aws_glue_job" "features" {
  name              = "features"
  role_arn          = "arn:aws:iam::123456789012:role/glue"
  worker_type       = "G.2X"
  number_of_workers = 10

  command {
    script_location = "s3://jobs/features.py"
  }
}

resource "aws_glue_job" "nightly" {
  name              = "nightly"
  role_arn          = "arn:aws:iam::123456789012:role/glue"
  worker_type       = "G.1X"
  number_of_workers = 5
  execution_class   = "FLEX"

  command {
    script_location = "s3://jobs/nightly.py"
  }
}

resource "aws_glue_job" "shell" {
  name     = "shell"
  role_arn = "arn:aws:iam::123456789012:role/glue"

  command {
    name            = "pythonshell"
    script_location = "s3://jobs/shell.py"
  }
}
