team = "first"
phase = "first"
size = "first"
