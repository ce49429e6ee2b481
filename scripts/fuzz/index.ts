// Fuzzes what reads strangers' texts, guided by the lines that they reach.
//   npm run fuzz -- TARGET [--seconds N] [--seed N] [--missed]     one of config, expressions, focus, hcl, plan, yaml
//   npm run fuzz -- planted [TARGET] [--seconds N]                 finds the planted defects, one after the other
// What reached something is kept in node_modules/.cache/ascribe-fuzz and where the next run starts from.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PLANTED_DEFECTS } from './planted-defects.ts'
import { runTarget } from './run-target.ts'
import { FUZZ_TARGETS } from './targets.ts'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    missed: { type: 'boolean', default: false },
  },
})
const [name = '', only] = positionals
const KEPT = path.join(root, 'node_modules/.cache/ascribe-fuzz')
const [seconds, seed] = [Number(values.seconds), Number(values.seed)]
if (!(seconds > 0) || !Number.isSafeInteger(seed)) fail('--seconds and --seed expect numbers')
if (name === 'planted') await findPlanted(only)
else if (FUZZ_TARGETS.some((target) => target === name)) await fuzzOne(name)
else fail(`"${name}" is no target. expected one of ${[...FUZZ_TARGETS, 'planted'].join(', ')}`)

async function fuzzOne(target: string): Promise<void> {
  const run = await runTarget(target, { root, seed, seconds, corpus: keptTexts(target), maxFailures: 10 })
  if (run.kind === 'stuck')
    fail(
      `${target}: after ${run.runs} runs one does not end, or takes all memory: ${JSON.stringify(run.text)}`,
    )
  mkdirSync(KEPT, { recursive: true })
  writeFileSync(path.join(KEPT, `${target}.json`), JSON.stringify(run.corpus))
  const share = ((100 * run.reached) / run.lines).toFixed(1)
  console.log(
    `${target}: ${run.runs} runs in ${run.seconds.toFixed(0)} s with seed ${seed}, ${run.reached} of ${run.lines} lines reached (${share} %), ` +
      `the last new at run ${run.lastNew}, slowest ${run.slowestMs.toFixed(0)} ms, ${run.corpus.length} texts kept, ${run.failures.length} failures`,
  )
  if (values.missed) for (const [file, lines] of run.missed) console.log([`\n${file}`, ...lines].join('\n  '))
  for (const { because, text, run: at } of run.failures)
    console.log(`\n${because}\nat run ${at}: ${JSON.stringify(text)}`)
  process.exitCode = run.failures.length > 0 ? 1 : 0
}

/** The texts of earlier runs that reached something. */
function keptTexts(target: string): readonly string[] {
  const file = path.join(KEPT, `${target}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []
}

async function findPlanted(only: string | undefined): Promise<void> {
  let found = 0
  const wanted = PLANTED_DEFECTS.filter(({ target }) => only === undefined || target === only)
  for (const planted of wanted) {
    const corpus = keptTexts(planted.target)
    const run = await runTarget(planted.target, { root, seed, seconds, corpus, maxFailures: 1 }, planted)
    const [first] = run.kind === 'ended' ? run.failures : []
    const how =
      run.kind === 'stuck'
        ? `does not end or takes all memory, at run ${run.runs}`
        : first && `${first.because}, at run ${first.run}`
    console.log(`${planted.target}: ${planted.what}: ${how ?? `not found in ${run.runs} runs`}`)
    if (how) found++
  }
  console.log(`${found} of ${wanted.length} found, seed ${seed}`)
  process.exitCode = found === wanted.length ? 0 : 1
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
