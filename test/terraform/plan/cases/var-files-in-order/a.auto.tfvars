phase = "second"
size = "second"
