/**
 * Has the real Terraform plan every configuration of test/terraform/plan/cases and records what it plans as
 * plan.golden beside it, and the plan's own JSON as show.golden: `npx tsx scripts/oracles/plans.ts [CASE…]`. Needs
 * `terraform` on the PATH, no network.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toPlain } from '../../core/domain/plain.ts'
import { parseJson } from '../../core/terraform/functions/encoding/parse-json.ts'
import { type Plain, type Plan, planText } from '../../test/terraform/plan/plan-text.ts'
import { marked } from './marked.ts'

interface Change {
  readonly address: string
  readonly mode: string
  readonly change: {
    readonly after: Mapping
    readonly after_unknown: Mapping
    readonly after_sensitive: Mapping
  }
}

const ALL = { values: 1e7, characters: 1e8, depth: 500 }

type Mapping = Readonly<Record<string, Plain>>

const cases = fileURLToPath(new URL('../../test/terraform/plan/cases/', import.meta.url))
const wanted = process.argv.slice(2)
for (const story of wanted.length > 0 ? wanted : readdirSync(cases)) {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-plan-'))
  try {
    cpSync(join(cases, story), folder, { recursive: true, filter: (path) => !path.endsWith('.golden') })
    const shown = show(folder)
    const plan = planOf(shown)
    writeFileSync(join(cases, story, 'plan.golden'), planText(plan))
    writeFileSync(join(cases, story, 'show.golden'), shown)
    console.log(`${story}: ${Object.keys(plan).length} resources`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The plan as Terraform prints it, without the hour. */
function show(folder: string): string {
  terraform(folder, 'init', '-backend=false', '-input=false')
  terraform(folder, 'plan', '-out=planned', '-input=false', '-lock=false')
  return terraform(folder, 'show', '-json', 'planned').replace(/"timestamp":"[^"]*",/, '')
}

function planOf(shown: string): Plan {
  // Every digit of a number counts, so that JSON.parse will not do.
  const { resource_changes: changes = [] } = toPlain(parseJson(shown), ALL) as unknown as {
    resource_changes?: readonly Change[]
  }
  return Object.fromEntries(
    changes
      .filter(({ mode }) => mode === 'managed')
      .map(({ address, change: { after, after_unknown: unknown, after_sensitive: sensitive } }) => [
        address,
        marked(after.input, unknown.input, sensitive.input),
      ]),
  )
}

function terraform(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' }
  return execFileSync('terraform', args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26 })
}
