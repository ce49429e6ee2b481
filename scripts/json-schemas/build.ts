// Writes schema/*.schema.json of what commands print from the schemas beside this file:
//   npx tsx scripts/json-schemas/build.ts [--check]
// --check compares with what is committed and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchema, type OutputName, outputs } from './json-schema.ts'

const flags = process.argv.slice(2)
if (flags.some((flag) => flag !== '--check')) {
  console.error('usage: build.ts [--check]')
  process.exit(2)
}
for (const name of Object.keys(outputs) as OutputName[]) {
  const path = `schema/${name}.schema.json`
  const file = join(import.meta.dirname, '../..', path)
  const text = jsonSchema(name)
  if (!flags.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${path} is not current; run scripts/json-schemas/build.ts`)
    process.exitCode = 1
  }
}
