environment = "from-b"
e = "b"
