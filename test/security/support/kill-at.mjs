// Loaded before the command: the process kills itself at the KILL_AT-th time it changes a file, in the middle of it.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

let left = Number(process.env.KILL_AT)
const die = () => process.kill(process.pid, 'SIGKILL')
const { writeFileSync } = fs
fs.writeFileSync = (file, data, options) => {
  if (--left > 0) return writeFileSync(file, data, options)
  const text = String(data)
  writeFileSync(file, text.slice(0, text.length >> 1), options)
  die()
}
for (const name of ['renameSync', 'linkSync', 'chmodSync', 'rmSync']) {
  const real = fs[name]
  fs[name] = (...args) => (--left > 0 ? real(...args) : die())
}
syncBuiltinESMExports()
