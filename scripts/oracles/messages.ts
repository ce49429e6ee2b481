/**
 * Calls every function of Terraform wrongly, and records what it says: `npx tsx scripts/oracles/messages.ts`. Needs
 * `terraform` on the PATH, no network.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Parameter {
  readonly type: unknown
  readonly is_nullable?: boolean
}

interface Signature {
  readonly parameters?: readonly Parameter[]
  readonly variadic_parameter?: Parameter
}

interface Diagnostic {
  readonly severity: string
  readonly detail: string
  readonly range?: { readonly start: { readonly line: number } }
}

const golden = fileURLToPath(new URL('../../test/terraform/functions/messages.golden', import.meta.url))
/** What each output takes in the file, so that a line of it tells the case. */
const LINES = 4

const folder = mkdtempSync(join(tmpdir(), 'ascribe-messages-'))
try {
  const { function_signatures: functions } = JSON.parse(terraform('metadata', 'functions', '-json'))
  const cases = Object.entries(functions as Readonly<Record<string, Signature>>)
    .filter(([name]) => !name.includes('::'))
    .flatMap(([name, signature]) => wrongCalls(name, signature))
  const outputs = cases.map(
    (call, index) => `output "o${index}" {\n  value = ${call}\n  sensitive = true\n}\n`,
  )
  writeFileSync(join(folder, 'main.tf'), outputs.join(''))
  const said = new Map<number, string>()
  for (const { severity, detail, range } of validate())
    if (severity === 'error' && range) said.set(Math.floor((range.start.line - 1) / LINES), detail)
  const lines = cases.flatMap((call, index) => {
    const [message] = said.get(index)?.split('\n') ?? []
    return message ? [`${call}\t${message}`] : []
  })
  writeFileSync(golden, `${lines.join('\n')}\n`)
  console.log(`${lines.length} messages`)
} finally {
  rmSync(folder, { recursive: true })
}

/** Too few arguments, too many, null, and one of a wrong type in the place of each. */
function wrongCalls(
  name: string,
  { parameters = [], variadic_parameter: rest }: Signature,
): readonly string[] {
  const fitting = parameters.map(({ type }) => fittingText(type))
  const call = (args: readonly string[]): string => `${name}(${args.join(', ')})`
  const wrong = parameters.flatMap(({ type, is_nullable: nullable }, index) => [
    ...wrongTexts(type).map((text) => call(fitting.with(index, text))),
    ...(nullable ? [] : [call(fitting.with(index, 'null'))]),
  ])
  return [
    ...(fitting.length > 0 ? [call(fitting.slice(1))] : []),
    ...(rest ? [call([...fitting, ...wrongTexts(rest.type).slice(0, 1)])] : [call([...fitting, '1'])]),
    ...wrong,
  ]
}

function fittingText(type: unknown): string {
  if (type === 'string') return '"x"'
  if (type === 'number') return '1'
  if (type === 'bool') return 'true'
  if (!Array.isArray(type)) return '["x"]'
  return type[0] === 'map' ? `{a = ${fittingText(type[1])}}` : `[${fittingText(type[1])}]`
}

function wrongTexts(type: unknown): readonly string[] {
  if (type === 'string') return ['["x"]', '{a = 1}']
  if (type === 'number') return ['"x"', '[1]', '1.5']
  if (type === 'bool') return ['"x"', '1']
  return Array.isArray(type) ? ['"x"', 'true'] : ['"x"', '1', '{}']
}

function validate(): readonly Diagnostic[] {
  try {
    return JSON.parse(terraform('validate', '-json')).diagnostics
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout).diagnostics
  }
}

function terraform(...args: readonly string[]): string {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' }
  return execFileSync('terraform', args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26 })
}
