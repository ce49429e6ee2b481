provider "aws" {
  region = "us-east-1"
}

resource "aws_workspaces_workspace" "analyst" {
  directory_id = "d-abc"
  bundle_id    = "wsb-abc"
  user_name    = "ines"

  workspace_properties {
    compute_type_name = "GRAPHICSPRO"
    running_mode      = "AUTO_STOP"
  }
}
