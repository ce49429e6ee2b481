// Writes the pages of docs/ that say what the sources say:
//   npx tsx scripts/docs/build.ts [--check]
// supported-resources.md from the pricers, their fixtures and the price book; cli.md from the table of commands.
// --check compares with what is committed and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cliPage } from './cli-page.ts'
import { supportedResources } from './supported-resources.ts'

const PAGES = { 'supported-resources.md': supportedResources, 'cli.md': cliPage } as const

const flags = process.argv.slice(2)
if (flags.some((flag) => flag !== '--check')) {
  console.error('usage: build.ts [--check]')
  process.exit(2)
}
for (const [name, write] of Object.entries(PAGES)) {
  const file = join(import.meta.dirname, '../../docs', name)
  const text = write()
  if (!flags.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`docs/${name} is not current; run npm run docs:resources`)
    process.exitCode = 1
  }
}
