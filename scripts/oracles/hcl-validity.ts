// Compares which .tf files our parser and `terraform fmt` take for valid HCL, as they are and with one random edit.
// By hand: node --import tsx scripts/oracles/hcl-validity.ts [--mutations=N] [--seed=N] FOLDER…
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseHcl } from '../../core/hcl/parse.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { mutate, randomNumbers } from './hcl-mutations.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutations: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '20' },
  },
})
if (positionals.length === 0) {
  console.error('usage: hcl-validity.ts [--mutations=N] [--seed=N] [--show=N] FOLDER…')
  process.exit(2)
}

interface Sample {
  readonly name: string
  readonly text: string
}

const files = positionals
  .flatMap(terraformFiles)
  .map((path) => ({ name: path, text: readFileSync(path, 'utf8') }))
await compare('files', files)
const count = Number(values.mutations)
if (count > 0) {
  const random = randomNumbers(Number(values.seed))
  const mutants = Array.from({ length: count }, (): Sample => {
    const { name, text } = files[Math.floor(random() * files.length)]!
    const edit = mutate(text, random)
    return { name: `${name} ${edit.what}`, text: edit.text }
  })
  await compare('mutations', mutants)
}

async function compare(what: string, samples: readonly Sample[]): Promise<void> {
  const counts = { both: 0, neither: 0, 'false reject': 0, 'false accept': 0 }
  const disagreements: string[] = []
  const check = async ({ name, text }: Sample) => {
    const theirs = await terraformAccepts(text)
    const { problems } = parseHcl(new SourceFile(name, text))
    const ours = problems.length === 0
    if (ours === theirs) counts[ours ? 'both' : 'neither']++
    else {
      counts[ours ? 'false accept' : 'false reject']++
      disagreements.push(`${ours ? 'false accept' : 'false reject'} ${name} ${problems[0]?.message ?? ''}`)
    }
  }
  const queue = [...samples]
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) await check(next)
  }
  await Promise.all([work(), work()])
  console.log(`${what}: ${samples.length}`)
  for (const [name, value] of Object.entries(counts)) console.log(`  ${name}: ${value}`)
  for (const line of disagreements.slice(0, Number(values.show))) console.log(`  ${line}`)
  if (disagreements.length > 0) process.exitCode = 1
}

function terraformAccepts(text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', ['fmt', '-'], { stdio: ['pipe', 'ignore', 'ignore'] })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0))
    child.stdin.on('error', () => {}) // it may stop reading early
    child.stdin.end(text)
  })
}

function terraformFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tf'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
