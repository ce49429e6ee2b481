/**
 * Has the real Terraform plan expressions about what is known only after apply, and records which parts of each it
 * knows: `npx tsx scripts/oracles/unknowns.ts`. Needs `terraform` on the PATH, no network.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plain } from '../../core/domain/plain.ts'
import { partlyUnknownExpressions } from './expressions.ts'
import { marked } from './marked.ts'

const golden = fileURLToPath(new URL('../../test/terraform/functions/after-apply.golden', import.meta.url))
/** What each output takes in the file, so that a line of it tells the case. */
const LINES = 4

const folder = mkdtempSync(join(tmpdir(), 'ascribe-unknowns-'))
try {
  const cases = partlyUnknownExpressions()
  const refused = new Set<number>()
  declare(cases, refused)
  terraform('init', '-input=false')
  let planned = plan()
  while (!planned) {
    declare(cases, refused)
    planned = plan()
  }
  const lines = cases.map(
    (expression, index) => `${expression}\t${refused.has(index) ? 'error' : planned.get(`o${index}`)}`,
  )
  writeFileSync(golden, `${lines.join('\n')}\n`)
  console.log(`${lines.length} cases, ${refused.size} of them errors`)

  /** The outputs, or undefined where Terraform refuses some more of them. */
  function plan(): ReadonlyMap<string, string> | undefined {
    const refusedLines = problemLines('validate', '-json')
    if (refusedLines.length === 0)
      refusedLines.push(...problemLines('plan', '-json', '-out=planned', '-lock=false'))
    for (const line of refusedLines) refused.add(Math.floor((line - 2) / LINES))
    return refusedLines.length > 0 ? undefined : outputs()
  }
} finally {
  rmSync(folder, { recursive: true })
}

function declare(cases: readonly string[], refused: ReadonlySet<number>): void {
  const blocks = cases.map((expression, index) => {
    const value = refused.has(index) ? 'null' : expression
    return `output "o${index}" {
  value = [for id in [terraform_data.x.id] : [for hidden in [jsondecode(terraform_data.x.id)] : ${value}][0]][0]
  sensitive = true
}
`
  })
  writeFileSync(join(folder, 'main.tf'), `resource "terraform_data" "x" { input = "x" }\n${blocks.join('')}`)
}

/** The lines that Terraform's errors point at. */
function problemLines(...args: readonly string[]): number[] {
  let printed = ''
  try {
    terraform(...args)
    return []
  } catch (error) {
    printed = (error as { stdout: string }).stdout
  }
  const found =
    args[0] === 'validate' ? JSON.parse(printed).diagnostics : printed.trim().split('\n').map(diagnostic)
  const lines = found.flatMap((one: Diagnostic | undefined) =>
    one?.severity === 'error' && one.range ? [one.range.start.line] : [],
  )
  if (lines.length === 0) throw new Error(printed)
  return lines
}

interface Diagnostic {
  readonly severity: string
  readonly range?: { readonly start: { readonly line: number } }
}

function diagnostic(line: string): Diagnostic | undefined {
  return JSON.parse(line).diagnostic
}

function outputs(): ReadonlyMap<string, string> {
  const { output_changes: changes } = JSON.parse(terraform('show', '-json', 'planned'))
  return new Map(
    Object.entries(changes as Readonly<Record<string, Readonly<Record<string, Plain>>>>).map(
      ([name, change]) => [name, JSON.stringify(marked(change.after, change.after_unknown, false))],
    ),
  )
}

function terraform(...args: readonly string[]): string {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' }
  return execFileSync('terraform', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}
