// Writes schema/ascribe.schema.json and the tables of docs/configuration.md from core/config/ascribe-yml.ts:
//   npx tsx scripts/config-schema/build.ts [--check]
// --check compares with what is committed and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationTables } from './configuration-tables.ts'
import { jsonSchema } from './json-schema.ts'

const root = join(import.meta.dirname, '../..')
const outputs: Record<string, (before: string) => string> = {
  'schema/ascribe.schema.json': () => jsonSchema(),
  'docs/configuration.md': configurationTables,
}
const flags = process.argv.slice(2)
if (flags.some((flag) => flag !== '--check')) {
  console.error('usage: build.ts [--check]')
  process.exit(2)
}
for (const [path, write] of Object.entries(outputs)) {
  const file = join(root, path)
  const before = readIfThere(file)
  const after = write(before)
  if (after === before) continue
  if (flags.includes('--check')) {
    console.error(`${path} is not current; run scripts/config-schema/build.ts`)
    process.exitCode = 1
  } else writeFileSync(file, after)
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
