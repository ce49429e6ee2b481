/**
 * Whether an SCP's Deny statements apply, by the semantics that AWS documents:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * - all operators, and all keys of an operator, must hold; of several values one, and of a negated operator none;
 * - a negated operator holds for a key that is not there, every other one (but Null) does not;
 * - condition keys are compared without case, and so are actions; `*` and `?` are wildcards in actions, resources and
 *   Like operators; `${…}` is a policy variable, of which only the escapes `${$}`, `${*}` and `${?}` are known here.
 */
export interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

export interface Request {
  readonly action: string
  readonly resource: string
  /** Condition keys; several values where a key has them. */
  readonly context: Readonly<Record<string, string | readonly string[]>>
}

export function isDenied(
  documents: readonly { readonly Statement: readonly Statement[] }[],
  request: Request,
): boolean {
  return documents.some(({ Statement }) => Statement.some((statement) => applies(statement, request)))
}

function applies({ Effect, Action, Resource, Condition = {} }: Statement, request: Request): boolean {
  if (Effect !== 'Deny') throw new Error(`an SCP with the effect ${Effect} is not for this evaluator`)
  return (
    listOf(Action).some((action) => isLike(action.toLowerCase(), request.action.toLowerCase())) &&
    listOf(Resource).some((resource) => isLike(resource, request.resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, key, listOf(values), request)),
    )
  )
}

function holds(operator: string, key: string, values: readonly string[], { context }: Request): boolean {
  const [, found] = Object.entries(context).find(([known]) => known.toLowerCase() === key.toLowerCase()) ?? []
  const given = found === undefined ? undefined : listOf(found)
  if (operator === 'Null') return values.some((value) => (value === 'true') === (given === undefined))
  const [set, name] = operator.startsWith('ForAnyValue:')
    ? (['any', operator.slice('ForAnyValue:'.length)] as const)
    : (['one', operator] as const)
  const negated = name.includes('Not')
  const compare = COMPARE[name.replace('Not', '')]
  if (!compare) throw new Error(`the operator ${operator} is not known`)
  if (given === undefined) return negated && set === 'one'
  const matches = (value: string) => values.some((expected) => compare(expected, value))
  return set === 'any' ? given.some((value) => matches(value) !== negated) : matches(given[0]!) !== negated
}

const COMPARE: Readonly<Record<string, (expected: string, value: string) => boolean>> = {
  StringEquals: (expected, value) => plain(expected) === value,
  StringEqualsIgnoreCase: (expected, value) => plain(expected).toLowerCase() === value.toLowerCase(),
  StringLike: isLike,
  ArnLike: isLike,
}

function plain(expected: string): string {
  return expected.replaceAll(/\$\{([^}]*)\}/g, (variable, name: string) => {
    if (!['$', '*', '?'].includes(name)) throw new Error(`the policy variable ${variable} has no value here`)
    return name
  })
}

function isLike(pattern: string, text: string): boolean {
  const parts = pattern.split(/(\$\{[$*?]\}|[*?])/).map((part) => {
    if (part === '*') return '[\\s\\S]*'
    if (part === '?') return '[\\s\\S]'
    return (part.startsWith('${') ? part[2]! : part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`, 'u').test(text)
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}
