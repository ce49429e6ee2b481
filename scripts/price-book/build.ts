import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bookFiles } from './book-files.ts'

// node --import tsx scripts/price-book/build.ts FACTS [--check]
// Writes core/pricing/book from the folder of price facts, or says which committed files differ from them.

const BOOK = join(import.meta.dirname, '../../core/pricing/book')
const [factsFolder, option] = process.argv.slice(2)
if (!factsFolder || (option !== undefined && option !== '--check')) {
  console.error('usage: node --import tsx scripts/price-book/build.ts FACTS [--check]')
  process.exit(2)
}

const fact = (name: string) => readFileSync(join(factsFolder, name), 'utf8')
const files = bookFiles({
  readme: fact('README.md'),
  compute: fact('compute.csv'),
  services: fact('services.csv'),
  accelerators: fact('accelerators.csv'),
  instanceTypes: fact('instance_types.csv'),
  infracostDerived: fact('infracost_derived.csv'),
})
const committed = readdirSync(BOOK, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.csv'),
)

if (option === '--check') {
  const stale = [...files].filter(([name, text]) => !committed.includes(name) || read(name) !== text)
  const left = committed.filter((name) => !files.has(name))
  for (const [name] of stale) console.error(`core/pricing/book/${name} differs from the facts`)
  for (const name of left) console.error(`core/pricing/book/${name} is not made from the facts`)
  if (stale.length + left.length > 0) process.exit(1)
  console.log(`${files.size} files equal the facts`)
} else {
  for (const name of committed) if (!files.has(name)) rmSync(join(BOOK, name))
  for (const [name, text] of files) {
    mkdirSync(dirname(join(BOOK, name)), { recursive: true })
    writeFileSync(join(BOOK, name), text)
  }
  const texts = [...files.values()]
  const raw = texts.reduce((total, text) => total + Buffer.byteLength(text), 0)
  const zipped = texts.reduce((total, text) => total + gzipSync(text).length, 0)
  console.log(`${files.size} files, ${kilobytes(raw)}, ${kilobytes(zipped)} gzipped one by one`)
}

function read(name: string): string {
  return readFileSync(join(BOOK, name), 'utf8')
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
