import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Value } from '../../../core/domain/value.ts'
import { callFunction } from '../../../core/terraform/functions/call-function.ts'
import type { Type } from '../../../core/terraform/types/type.ts'
import { typeOf } from '../../../core/terraform/types/unify.ts'
import { hasTerraform } from '../edits/terraform-fmt.ts'
import { evaluateText, functionContext } from './evaluate-text.ts'
import { knownDifferences } from './known-differences.ts'

const cases = new URL('./cases/', import.meta.url)
const oracle = fileURLToPath(new URL('../../../scripts/oracles/functions.ts', import.meta.url))
const goldens = readdirSync(cases).filter((file) => file.endsWith('.golden'))

/** What Terraform itself said (scripts/oracles/functions.ts): type and JSON of the value, or that it refused. */
describe('functions and operators against Terraform 1.11', () => {
  for (const name of goldens) {
    it(name.replace('.golden', ''), () => {
      const lines = linesOf(name)
      const wrong = lines.filter((line) => !knownDifferences.has(expressionOf(line))).flatMap(disagreement)
      assert.ok(wrong.length === 0, `${wrong.length} of ${lines.length}:\n${wrong.join('\n\n')}`)
    })
  }

  it('a golden is what the terraform of this machine says', function () {
    if (!hasTerraform) {
      console.log('      terraform is not there: 1 golden is not compared with it')
      this.skip()
    }
    execFileSync(process.execPath, ['--import', 'tsx', oracle, '--check', 'generated-mixed'], {
      stdio: 'pipe',
    })
  })

  it('what is listed as different is different', () => {
    const lines = new Map(goldens.flatMap(linesOf).map((line) => [expressionOf(line), line]))
    for (const expression of knownDifferences.keys()) {
      const line = lines.get(expression)
      assert.ok(line && disagreement(line).length > 0, expression)
    }
  })
})

function linesOf(golden: string): readonly string[] {
  return readFileSync(new URL(golden, cases), 'utf8').split('\n').filter(Boolean)
}

function expressionOf(line: string): string {
  return line.split('\t')[0]!
}

function disagreement(line: string): readonly string[] {
  const [expression = '', type = '', json = ''] = line.split('\t')
  const result = evaluateText(expression)
  const ours = 'error' in result ? 'error' : printed(result.value)
  const ourType = 'error' in result || ours === 'error' ? '' : pattern(typeOf(result.value))
  if (rounded(ours) === rounded(json) && new RegExp(`^${ourType}$`).test(type)) return []
  const reason = 'error' in result ? ` (${result.error})` : ''
  return [
    `${expression}\n  Terraform: ${json}  ${type}\n  we:        ${ours}${reason}  ${ourType.replaceAll('\\', '')}`,
  ]
}

/** Terraform computes with 512 bits, we with 154 decimal digits: the last ones differ. */
function rounded(json: string): string {
  return json.replace(/(\.\d{60})\d{40,}/g, '$1').replace(/(\.\d*?)0+(?!\d)/g, '$1')
}

/** The value as the oracle asks for it. */
function printed(value: Value): string {
  const json = callFunction('jsonencode', [value], functionContext)
  if ('error' in json) return 'error'
  return json.value.kind === 'string' ? json.value.value : 'unknown'
}

/** Our type as the console would print it, with a gap where a null or an empty list hides it from us. */
function pattern(type: Type): string {
  switch (type.kind) {
    case 'any':
      return '.*'
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind}\\( ?${pattern(type.element)},? ?\\)`
    case 'tuple':
      return type.elements.length === 0
        ? 'tuple\\(\\[\\]\\)'
        : `tuple\\(\\[ ${type.elements.map((element) => `${pattern(element)}, ?`).join('')}\\]\\)`
    case 'object': {
      const attributes = [...type.attributes].sort(([a], [b]) => (a < b ? -1 : 1))
      if (attributes.length === 0) return 'object\\(\\{\\}\\)'
      const listed = attributes.map(
        ([name, attribute]) => `"?${escaped(name)}"?: ${pattern(attribute.type)}, ?`,
      )
      return `object\\(\\{ ${listed.join('')}\\}\\)`
    }
    default:
      return type.kind
  }
}

function escaped(text: string): string {
  return text.replace(/[^\w ]/g, '\\$&')
}
