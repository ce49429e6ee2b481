environment        = "production"
availability_zones = ["us-east-1a", "us-east-1b"]
node_count         = 3

endpoints = {
  fraud   = { instance_type = "ml.g5.xlarge", instance_count = 2 }
  ranking = { instance_type = "ml.c5.xlarge", instance_count = 2 }
}

training_boxes = {
  fraud   = { instance_type = "m5.2xlarge", data_gib = 500 }
  ranking = { instance_type = "g4dn.xlarge", data_gib = 250 }
}

notebooks = {
  ranking = "ml.t3.xlarge"
}
