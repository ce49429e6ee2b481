// How fast the HCL parser reads, against its peers and against the physical limit, in one run; and its bundle share.
// By hand: node --import tsx bench/hcl/parse.ts [FOLDER…]; without a folder, over copies of our own fixtures.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse as hcl2json } from '@cdktf/hcl2json'
import { type BuildOptions, build } from 'esbuild'
import hcl2parser from 'hcl2-parser'

const entry = fileURLToPath(new URL('bundled-parser.ts', import.meta.url))
const folders = process.argv.slice(2)
const texts = folders.length > 0 ? folders.flatMap(terraformTexts) : copiesOfFixtures(200)
/** The peers are so slow that they get a part. */
const sample = texts.filter((_, index) => index % Math.ceil(megabytes(texts) / 0.5) === 0)

const { parse, minified } = await bundled()
let seen = 0
const rates = {
  'ours, warm': await rate(texts, 40, (text) => parse(text).body.blocks.length),
  'every character looked at once': await rate(texts, 40, looksAt),
  '@cdktf/hcl2json': await rate(
    sample,
    2,
    async (text) => Object.keys(await hcl2json('main.tf', text)).length,
  ),
  'hcl2-parser': await rate(sample, 2, (text) => Object.keys(hcl2parser.parseToObject(text)[0] ?? {}).length),
}
const ours = rates['ours, warm']
console.log(`${texts.length} files, ${megabytes(texts).toFixed(2)} MB, Node ${process.version}`)
for (const [name, mbPerSecond] of Object.entries(rates)) {
  const ratio = mbPerSecond === ours ? '' : `  (ours × ${(mbPerSecond / ours).toPrecision(2)})`
  console.log(`${name.padEnd(32)} ${mbPerSecond.toFixed(2).padStart(9)} MB/s${ratio}`)
}
console.log(`minified, alone ${(minified / 1000).toFixed(1)} kB`)
if (seen === 0) process.exitCode = 1 // nothing was read, so nothing was measured

/** Megabytes a second in the best of some rounds: other work on the machine only ever adds time. */
async function rate(
  files: readonly string[],
  rounds: number,
  read: (text: string) => number | Promise<number>,
): Promise<number> {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (const text of files) {
      const result = read(text)
      seen += typeof result === 'number' ? result : await result
    }
    best = Math.min(best, performance.now() - start)
  }
  return (megabytes(files) * 1000) / best
}

function looksAt(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at)
  return sum & 1
}

/** The parser as it ships: bundled by esbuild, here alone. */
async function bundled(): Promise<{ parse: typeof import('./bundled-parser.ts').parse; minified: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'hcl-bench-'))
  const outfile = join(folder, 'parser.mjs')
  const options: BuildOptions = { entryPoints: [entry], bundle: true, format: 'esm', target: 'node20' }
  await build({ ...options, outfile })
  const { parse } = await import(pathToFileURL(outfile).href)
  const { outputFiles } = await build({ ...options, minify: true, write: false })
  rmSync(folder, { recursive: true })
  return { parse, minified: outputFiles![0]!.contents.length }
}

function terraformTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && found.name.endsWith('.tf'))
    .map((found) => readFileSync(join(found.parentPath, found.name), 'utf8'))
}

function copiesOfFixtures(count: number): string[] {
  const fixtures = ['gpu-training-run', 'llama-serving'].map((name) =>
    readFileSync(new URL(`../../test/hcl/fixtures/${name}.tf`, import.meta.url), 'utf8'),
  )
  return Array.from({ length: count }, (_, copy) =>
    fixtures.map((text) => text.replaceAll('train', `train_${copy}`)),
  ).flat()
}

function megabytes(files: readonly string[]): number {
  return files.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
}
