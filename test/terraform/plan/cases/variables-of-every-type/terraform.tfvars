text       = 42
amount     = "1.50"
flag       = "true"
names      = ["a", 1, true]
unique     = [3, 1, "1", 2]
labels     = { a = 1, b = false }
pair       = ["x", "7"]
any_list   = ["a", 1]
free       = { deep = [1, "a", { b = null }] }
never_null = null
