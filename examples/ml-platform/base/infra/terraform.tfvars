environment        = "production"
availability_zones = ["us-east-1a", "us-east-1b"]
node_count         = 2

endpoints = {
  fraud   = { instance_type = "ml.m5.xlarge", instance_count = 1 }
  ranking = { instance_type = "ml.c5.xlarge", instance_count = 2 }
}

training_boxes = {
  fraud   = { instance_type = "m5.2xlarge", data_gib = 500, volume_type = "gp2" }
  ranking = { instance_type = "g4dn.xlarge", data_gib = 250, volume_type = "gp2" }
}

notebooks = {
  fraud   = "ml.t3.xlarge"
  ranking = "ml.t3.xlarge"
}
