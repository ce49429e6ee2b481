environment = "never"
