${jsonencode(m)}
