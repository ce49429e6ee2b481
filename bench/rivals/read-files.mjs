// The physical limit: reads every file below a folder, as a program of Node would.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

let bytes = 0
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true }))
  if (entry.isFile()) bytes += readFileSync(path.join(entry.parentPath ?? entry.path, entry.name)).length
console.log(bytes)
