// Asks the real engines what they say to the test vectors of test/policy, and records it in test/policy/verdicts:
//   npx tsx scripts/policy/engines.ts [ENGINE…]
// Engines are found on PATH (opa, conftest, gator, kyverno, terraform, checkov); those that are not there are left as they
// were recorded. A test holds the records and the rules against each other, and fails when a record is stale.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  ENGINES,
  type EngineInput,
  type EngineName,
  inputHash,
  inputsOf,
  type Recorded,
} from '../../test/policy/support/engine-input.ts'
import { askCheckov } from './engines/checkov.ts'
import { askGator, askKyverno } from './engines/kubernetes.ts'
import { askConftest, askOpa } from './engines/rego.ts'
import type { Ask, Run } from './engines/run.ts'
import { askTerraform } from './engines/terraform.ts'

const ASK: Readonly<Record<EngineName, { readonly version: readonly string[]; readonly ask: Ask }>> = {
  opa: { version: ['version'], ask: askOpa },
  conftest: { version: ['--version'], ask: askConftest },
  gator: { version: ['--version'], ask: askGator },
  kyverno: { version: ['version'], ask: askKyverno },
  terraform: { version: ['version'], ask: askTerraform },
  checkov: { version: ['--version'], ask: askCheckov },
}

const verdicts = join(import.meta.dirname, '../../test/policy/verdicts')

function main(asked: readonly string[]): void {
  const unknown = asked.find((name) => !(name in ENGINES))
  if (unknown)
    throw new Error(`"${unknown}" is no engine. expected some of ${Object.keys(ENGINES).join(', ')}`)
  for (const name of Object.keys(ENGINES) as EngineName[]) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const { version, ask } = ASK[name]
    const found = spawnSync(name, version, { encoding: 'utf8' })
    if (found.error) console.log(`${name}: not found, left as it was recorded`)
    else record(name, builtVersion(name) ?? versionIn(found.stdout + found.stderr), ask)
  }
}

function versionIn(text: string): string {
  return /\d+\.\d+\.\d+/.exec(text)?.[0] ?? 'unknown'
}

/** Of a Go program that was installed by its version and says nothing of it but in its build information. */
function builtVersion(engine: string): string | undefined {
  const { stdout: path } = spawnSync('which', [engine], { encoding: 'utf8' })
  const { stdout } = spawnSync('go', ['version', '-m', path.trim()], { encoding: 'utf8' })
  return /^\s+mod\s+\S+\s+v(\d+\.\d+\.\d+)\s/m.exec(stdout ?? '')?.[1]
}

function record(engine: EngineName, version: string, ask: Ask): void {
  const recorded: Recorded = {
    engine,
    version,
    verdicts: inputsOf(engine).map((input) => {
      const refused = inFolder(input, (folder) => ask(input, folder, runner(engine, folder)))
      console.log(
        `${engine} ${version}: ${input.target}, ${input.schema.name}, ${input.spelling}: ${refused.length} vectors`,
      )
      return {
        schema: input.schema.name,
        target: input.target,
        spelling: input.spelling,
        hash: inputHash(input),
        refused: refused.map((answer) => (answer === undefined ? '-' : answer ? '1' : '0')).join(''),
      }
    }),
  }
  mkdirSync(verdicts, { recursive: true })
  writeFileSync(join(verdicts, `${engine}.json`), `${JSON.stringify(recorded, null, 2)}\n`)
}

/** The documents, laid out in a folder of their own. */
function inFolder<T>(input: EngineInput, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-engines-'))
  try {
    for (const { path, text } of input.files) {
      mkdirSync(dirname(join(folder, 'documents', path)), { recursive: true })
      writeFileSync(join(folder, 'documents', path), text)
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runner(engine: string, cwd: string): Run {
  return (...args) => {
    const { stdout, stderr, status, error } = spawnSync(engine, args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (error) throw error
    return { stdout, stderr, code: status ?? -1 }
  }
}

main(process.argv.slice(2))
