import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { NULL, type Value } from '../../../core/domain/value.ts'
import { parseExpression } from '../../../core/hcl/parse.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { convert } from '../../../core/terraform/types/convert.ts'
import { parseTypeConstraint } from '../../../core/terraform/types/parse-type-constraint.ts'
import { toJson } from '../../../core/terraform/types/to-json.ts'
import { evaluateText } from '../functions/evaluate-text.ts'

const golden = new URL('./cases/variables.golden', import.meta.url)

function evaluated(text: string): Value {
  const result = evaluateText(text)
  assert.ok('value' in result, text)
  return result.value
}

function typed(type: string, value: string): string {
  const source = new SourceFile('variables.tf', type)
  const { expression } = parseExpression(source)
  const parsed = parseTypeConstraint(expression, source, ({ start, end }) =>
    evaluated(type.slice(start, end)),
  )
  if (parsed.problems.length > 0) return 'error'
  const converted = convert(evaluated(value), parsed.type)
  return 'error' in converted ? 'error' : String(toJson(converted.value))
}

/** What Terraform itself made of a variable's default (scripts/oracles/types.ts), or that it refused. */
describe('type constraints of variables against Terraform 1.11', () => {
  for (const line of readFileSync(golden, 'utf8').split('\n').filter(Boolean)) {
    const [type = '', value = '', expected] = line.split('\t')
    it(`${type} of ${value}`, () => assert.equal(typed(type, value), expected))
  }

  it('says what is wrong with a type, and where', () => {
    const source = new SourceFile('variables.tf', 'object({ gpus = integer })')
    const { problems, type } = parseTypeConstraint(parseExpression(source).expression, source, () => NULL)
    assert.deepEqual(
      problems.map(({ message, range }) => [message, source.text.slice(range.start, range.end)]),
      [
        [
          'The keyword "integer" is not a valid type specification. Expected string, number, bool, any, list(…), set(…), map(…), object({…}) or tuple([…]).',
          'integer',
        ],
      ],
    )
    assert.equal(type.kind, 'object')
  })
})
