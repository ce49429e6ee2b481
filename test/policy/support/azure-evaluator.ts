/**
 * The part of Azure Policy's conditions that our documents use, by its documentation:
 * https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule
 * `equals` and `in` compare without case, `match` with it; tag names have no case; a missing field is null.
 */
export interface PolicyRule {
  readonly if: Condition
}

type Condition = Readonly<Record<string, unknown>>

export function isRefused({ if: condition }: PolicyRule, tags: Readonly<Record<string, string>>): boolean {
  return holds(condition, tags)
}

function holds(condition: Condition, tags: Readonly<Record<string, string>>): boolean {
  const { allOf, anyOf, not, field, ...comparison } = condition as {
    allOf?: Condition[]
    anyOf?: Condition[]
    not?: Condition
    field?: string
  }
  if (allOf) return allOf.every((part) => holds(part, tags))
  if (anyOf) return anyOf.some((part) => holds(part, tags))
  if (not) return !holds(not, tags)
  const [[operator, expected] = [], more] = Object.entries(comparison)
  if (field === undefined || operator === undefined || more)
    throw new Error(`not known: ${JSON.stringify(condition)}`)
  const value = fieldValue(field, tags)
  switch (operator) {
    case 'exists':
      return (value !== undefined) === (expected === 'true')
    case 'equals':
      return value !== undefined && isSame(text(expected), value)
    case 'match':
      return value !== undefined && isMatch(text(expected), value)
    case 'in':
      return value !== undefined && (expected as string[]).some((one) => isSame(text(one), value))
    default:
      throw new Error(`the operator ${operator} is not known`)
  }
}

function fieldValue(field: string, tags: Readonly<Record<string, string>>): string | undefined {
  const [, quoted] = /^tags\['(.*)'\]$/s.exec(field) ?? []
  if (quoted === undefined) throw new Error(`the field ${field} is not known`)
  const name = quoted.replaceAll("''", "'")
  return Object.entries(tags).find(([known]) => isSame(known, name))?.[1]
}

/** A text in brackets is an expression, one that begins with two is a text. */
function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is no text`)
  if (value.startsWith('[[')) return value.slice(1)
  if (value.startsWith('[')) throw new Error(`the expression ${value} is not known`)
  return value
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

function isMatch(pattern: string, value: string): boolean {
  if (pattern.length !== value.length) return false
  return [...pattern].every((character, index) => {
    const found = value[index]!
    if (character === '#') return /\d/.test(found)
    if (character === '?') return /[A-Za-z]/.test(found)
    return character === '.' || character === found
  })
}
