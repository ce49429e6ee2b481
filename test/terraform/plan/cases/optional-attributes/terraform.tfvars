endpoint = {
  name = "fraud"
  autoscaling = { max = "4" }
  unknown_attr = 1
}
