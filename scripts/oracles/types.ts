/**
 * Asks the real Terraform what becomes of each value under each type constraint in
 * test/terraform/types/cases/variables.txt (`type`, tab, `default`), and records it beside it:
 * `npx tsx scripts/oracles/types.ts`. Needs `terraform` on the PATH, no network, no init.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = fileURLToPath(new URL('../../test/terraform/types/cases/variables.txt', import.meta.url))
const cases = readFileSync(path, 'utf8').split('\n').filter(Boolean)
const workplace = mkdtempSync(join(tmpdir(), 'ascribe-oracle-'))
try {
  const refused = new Set(cases.flatMap((line, index) => (validates([index]) ? [] : [line])))
  const accepted = cases.flatMap((line, index) => (refused.has(line) ? [] : [index]))
  declare(accepted)
  const names = accepted.map((index) => `jsonencode(var.v${index})`)
  const encoded = terraform(['console'], `base64encode(jsonencode([${names}]))\n`).trim().slice(1, -1)
  const values: readonly string[] = JSON.parse(Buffer.from(encoded, 'base64').toString())
  const lines = cases.map((line, index) => `${line}\t${values[accepted.indexOf(index)] ?? 'error'}`)
  writeFileSync(path.replace(/\.txt$/, '.golden'), `${lines.join('\n')}\n`)
  console.log(`${cases.length} cases, ${refused.size} of them errors`)
} finally {
  rmSync(workplace, { recursive: true })
}

function declare(indexes: readonly number[]): void {
  const blocks = indexes.map((index) => {
    const [type, value] = cases[index]!.split('\t')
    return `variable "v${index}" {\n  type = ${type}\n  default = ${value}\n}\n`
  })
  writeFileSync(join(workplace, 'main.tf'), blocks.join(''))
}

function validates(indexes: readonly number[]): boolean {
  declare(indexes)
  try {
    terraform(['validate', '-json'])
    return true
  } catch {
    return false
  }
}

function terraform(args: readonly string[], input = ''): string {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' }
  return execFileSync('terraform', args, { cwd: workplace, env, input, encoding: 'utf8' })
}
