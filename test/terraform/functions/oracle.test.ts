import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import type { Value } from '../../../core/domain/value.ts'
import { toJson } from '../../../core/terraform/types/to-json.ts'
import type { Type } from '../../../core/terraform/types/type.ts'
import { typeOf } from '../../../core/terraform/types/unify.ts'
import { evaluateText } from './evaluate-text.ts'

const cases = new URL('./cases/', import.meta.url)

/** What Terraform itself said (scripts/oracles/functions.ts): type and JSON of the value, or that it refused. */
describe('functions and operators against Terraform 1.11', () => {
  for (const name of readdirSync(cases).filter((file) => file.endsWith('.golden'))) {
    it(name.replace('.golden', ''), () => {
      const lines = readFileSync(new URL(name, cases), 'utf8').split('\n').filter(Boolean)
      const wrong = lines.filter(isListed).flatMap(disagreement)
      assert.ok(wrong.length === 0, `${wrong.length} of ${lines.length}:\n${wrong.join('\n\n')}`)
    })
  }
})

function isListed(line: string): boolean {
  return !KNOWN_DIFFERENCES.has(line.split('\t')[0]!)
}

/** Where we differ and mean it. */
const KNOWN_DIFFERENCES: ReadonlySet<string> = new Set([
  // Terraform types a literal null as `dynamic` and then converts nothing; our nulls have no type.
  'coalesce(null, [1], ["a"])',
  'coalesce(null, {a = 1}, {b = 2})',
])

function disagreement(line: string): readonly string[] {
  const [expression = '', type = '', json = ''] = line.split('\t')
  const result = evaluateText(expression)
  const ours = 'error' in result ? 'error' : String(printed(result.value))
  const ourType = 'error' in result ? '' : pattern(typeOf(result.value))
  if (ours === json && new RegExp(`^${ourType}$`).test(type)) return []
  const reason = 'error' in result ? ` (${result.error})` : ''
  return [
    `${expression}\n  Terraform: ${json}  ${type}\n  we:        ${ours}${reason}  ${ourType.replaceAll('\\', '')}`,
  ]
}

function printed(value: Value): string {
  const json = toJson(value)
  return typeof json === 'string' ? json : `unknown: ${json.because}`
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
