// Writes docs/supported-resources.md from the pricers, their fixtures and the price book:
//   npx tsx scripts/docs/build.ts [--check]
// --check compares with what is committed and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { supportedResources } from './supported-resources.ts'

const file = join(import.meta.dirname, '../../docs/supported-resources.md')
const flags = process.argv.slice(2)
if (flags.some((flag) => flag !== '--check')) {
  console.error('usage: build.ts [--check]')
  process.exit(2)
}
const text = supportedResources()
if (!flags.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/supported-resources.md is not current; run npm run docs:resources')
  process.exitCode = 1
}
