import type { Value } from '../../domain/value.ts'
import type { CallExpression, Expression, ObjectExpression } from '../../hcl/syntax.ts'
import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { convert } from './convert.ts'
import { isFailure } from './result.ts'
import { ANY, type AttributeType, BOOL, listOf, mapOf, NUMBER, STRING, setOf, type Type } from './type.ts'

/**
 * Reads the `type` of a variable. What cannot be read counts as `any` and is a problem; `evaluateDefault` evaluates
 * the second argument of `optional()`.
 */
export function parseTypeConstraint(
  expression: Expression,
  source: SourceFile,
  evaluateDefault: (expression: Expression) => Value,
): { readonly type: Type; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const refuse = ({ start, end }: Expression, message: string): Type => {
    problems.push({ severity: 'error', message, range: { source, start, end } })
    return ANY
  }
  const read = (at: Expression): Type => {
    switch (at.kind) {
      case 'parentheses':
        return read(at.expression)
      case 'variable':
        return (
          named(at.name) ??
          refuse(at, `The keyword "${at.name}" is not a valid type specification. ${EXPECTED}`)
        )
      case 'template':
        return readQuoted(at)
      case 'call':
        return readCall(at)
      case 'error':
        return ANY
      default:
        return refuse(at, `A type specification is a type keyword or constructor call. ${EXPECTED}`)
    }
  }
  /** `type = "string"`, as Terraform 0.11 wrote it: refused today, but what is meant is plain. */
  const readQuoted = (at: Expression & { kind: 'template' }): Type => {
    const [text] = at.parts
    const name = at.parts.length === 1 && text?.kind === 'text' ? text.value : ''
    refuse(at, `A type constraint stands without quotes, not ${JSON.stringify(name)}. ${EXPECTED}`)
    return named(name) ?? ANY
  }
  const readCall = (call: CallExpression): Type => {
    const [argument] = call.args
    if (call.name === 'optional')
      return refuse(call, 'Keyword "optional" is valid only as a modifier for object type attributes.')
    if (!CONSTRUCTORS.includes(call.name))
      return refuse(call, `Keyword "${call.name}" is not a valid type constructor. ${EXPECTED}`)
    if (!argument || call.args.length > 1)
      return refuse(call, `The ${call.name} type constructor requires one argument.`)
    if (call.name === 'list') return listOf(read(argument))
    if (call.name === 'set') return setOf(read(argument))
    if (call.name === 'map') return mapOf(read(argument))
    if (call.name === 'tuple') {
      if (argument.kind === 'tuple') return { kind: 'tuple', elements: argument.items.map(read) }
      return refuse(
        argument,
        'Tuple type constructor requires a list of element types: tuple([string, number]).',
      )
    }
    if (argument.kind === 'object') return readObject(argument)
    return refuse(
      argument,
      'Object type constructor requires a map of attribute types: object({ size = number }).',
    )
  }
  const readObject = (object: ObjectExpression): Type => {
    const attributes = new Map<string, AttributeType>()
    for (const { key, value } of object.items) {
      const name = attributeName(key)
      if (name === undefined) refuse(value, 'Object constructor map keys must be attribute names.')
      else attributes.set(name, readAttribute(value))
    }
    return { kind: 'object', attributes }
  }
  const readAttribute = (value: Expression): AttributeType => {
    if (value.kind !== 'call' || value.name !== 'optional') return { type: read(value), optional: false }
    const [inner, fallback] = value.args
    if (!inner || value.args.length > 2)
      return {
        type: refuse(
          value,
          'Optional attribute modifier takes the attribute type and, if wanted, a default value.',
        ),
        optional: true,
      }
    const type = read(inner)
    if (!fallback) return { type, optional: true }
    const converted = convert(evaluateDefault(fallback), type)
    if (!isFailure(converted)) return { type, optional: true, default: converted.value }
    refuse(
      fallback,
      `This default value is not compatible with the attribute's type constraint: ${converted.error}`,
    )
    return { type, optional: true }
  }
  return { type: read(expression), problems }
}

const CONSTRUCTORS: readonly string[] = ['list', 'set', 'map', 'object', 'tuple']
const EXPECTED = 'Expected string, number, bool, any, list(…), set(…), map(…), object({…}) or tuple([…]).'

function named(name: string): Type | undefined {
  switch (name) {
    case 'string':
      return STRING
    case 'number':
      return NUMBER
    case 'bool':
      return BOOL
    case 'any':
      return ANY
    case 'list':
      return listOf(ANY)
    case 'map':
      return mapOf(ANY)
    default:
      return undefined
  }
}

function attributeName(key: ObjectExpression['items'][number]['key']): string | undefined {
  if (key.kind === 'name') return key.name
  if (key.kind === 'variable') return key.name
  const [text] = key.kind === 'template' ? key.parts : []
  return text?.kind === 'text' ? text.value : undefined
}
