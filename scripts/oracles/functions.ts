/**
 * Asks the real Terraform for the type and value of every case in test/terraform/functions/cases/*.txt and records
 * them beside it: `npx tsx scripts/oracles/functions.ts`. With `--check NAME…` it records nothing, and fails where one of
 * these files differs from what Terraform says. Needs `terraform` on the PATH, no network, no init.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { caseFiles } from '../../test/terraform/functions/case-files.ts'
import { generatedExpressions } from './expressions.ts'

const cases = fileURLToPath(new URL('../../test/terraform/functions/cases/', import.meta.url))
const workplace = mkdtempSync(join(tmpdir(), 'ascribe-oracle-'))
try {
  for (const [path, text] of Object.entries(caseFiles)) {
    mkdirSync(join(workplace, dirname(path)), { recursive: true })
    writeFileSync(join(workplace, path), text)
  }
  const [mode, ...names] = process.argv.slice(2)
  if (mode === '--check') {
    for (const name of names)
      if (answered(join(cases, `${name}.txt`)) !== readFileSync(join(cases, `${name}.golden`), 'utf8'))
        throw new Error(`${name}.golden is not what Terraform says`)
  } else {
    recordSignatures()
    for (const [kind, expressions] of Object.entries(generatedExpressions()))
      writeFileSync(join(cases, `generated-${kind}.txt`), `${expressions.join('\n')}\n`)
    for (const name of readdirSync(cases).filter((file) => file.endsWith('.txt'))) record(join(cases, name))
  }
} finally {
  rmSync(workplace, { recursive: true })
}

/** Every function's name and parameters: `join(separator, ...lists)`. */
function recordSignatures(): void {
  const { function_signatures: functions } = JSON.parse(terraform(['metadata', 'functions', '-json']))
  const lines = Object.keys(functions)
    .filter((name) => !name.includes('::'))
    .map((name) => {
      const { parameters = [], variadic_parameter: rest } = functions[name]
      const names = parameters.map((parameter: { name: string }) => parameter.name)
      return `${name}(${[...names, ...(rest ? [`...${rest.name}`] : [])].join(', ')})`
    })
  writeFileSync(join(cases, '..', 'signatures.golden'), `${lines.sort().join('\n')}\n`)
}

function record(path: string): void {
  const text = answered(path)
  writeFileSync(path.replace(/\.txt$/, '.golden'), text)
  const lines = text.split('\n').filter(Boolean)
  const errors = lines.filter((line) => line.endsWith('\terror')).length
  console.log(`${path.slice(cases.length)}: ${lines.length} cases, ${errors} of them errors`)
}

/** A line for each case: expression, type, value. */
function answered(path: string): string {
  const expressions = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  const values = inChunks(expressions, valuesOf)
  const accepted = expressions.filter((_, index) => values[index] !== null)
  const types = inChunks(accepted, (chunk) => elementsOf(ask(`type([${chunk}])`)))
  const typeOf = new Map(accepted.map((expression, index) => [expression, types[index]!]))
  const lines = expressions.map((expression, index) =>
    [expression, typeOf.get(expression) ?? '', values[index] ?? 'error'].join('\t'),
  )
  return `${lines.join('\n')}\n`
}

/** Each case's value as JSON, `unknown` where Terraform leaves it to apply, or null where it refuses it. */
function valuesOf(chunk: readonly string[]): readonly (string | null)[] {
  const tried = chunk.map((expression) => `nonsensitive(try(jsonencode(${expression}), null))`)
  const encoded = /^"(.*)"$/s.exec(ask(`base64encode(jsonencode([${tried}]))`))?.[1]
  if (encoded) return JSON.parse(Buffer.from(encoded, 'base64').toString())
  if (chunk.length === 1) return ['unknown']
  const middle = chunk.length >> 1
  return [...valuesOf(chunk.slice(0, middle)), ...valuesOf(chunk.slice(middle))]
}

/** The console reads one line of at most 64 KiB and prints the last answer only, so many cases share one list. */
function inChunks<T>(
  expressions: readonly string[],
  askAll: (chunk: readonly string[]) => readonly T[],
): readonly T[] {
  const chunks: string[][] = [[]]
  for (const expression of expressions) {
    const current = chunks.at(-1)!
    if (Buffer.byteLength(current.join()) + current.length * 50 < 40_000) current.push(expression)
    else chunks.push([expression])
  }
  return chunks.flatMap((chunk) => {
    const answers = askAll(chunk)
    if (answers.length !== chunk.length) throw new Error(`${answers.length} answers to ${chunk.length} cases`)
    return answers
  })
}

function ask(expression: string): string {
  return terraform(['console'], `${expression}\n`).trim()
}

function terraform(args: readonly string[], input = ''): string {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' }
  return execFileSync('terraform', args, { cwd: workplace, env, input, encoding: 'utf8', maxBuffer: 1 << 26 })
}

/** The element types of a tuple type as the console prints it, each on one line. */
function elementsOf(tuple: string): readonly string[] {
  const elements: string[] = []
  let depth = 0
  let start = 0
  const body = tuple.replace(/\s+/g, ' ').replace(/^tuple\(\[(.*)\]\)$/, '$1')
  for (const [at, character] of [...body].entries()) {
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth--
    else if (character === ',' && depth === 0) {
      elements.push(body.slice(start, at).trim())
      start = at + 1
    }
  }
  const last = body.slice(start).trim()
  return last === '' ? elements : [...elements, last]
}
