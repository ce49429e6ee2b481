import { namesOf, SHARED_MODEL } from '../config/catalogue.ts'
import type { Config } from '../config/config.ts'
import { nearest } from '../config/nearest.ts'
import { oneOf, quote } from '../config/wording.ts'
import { ConfigurationError } from '../domain/configuration-error.ts'
import { expectation } from '../tags/rules/expectation.ts'
import { isValid } from '../tags/rules/invalid-tag-value.ts'

/** Values as `--set` gives them. Throws a `ConfigurationError` for one that the schema does not ask for, or not so. */
export function checkOptionValues(set: ReadonlyMap<string, string>, config: Config): void {
  for (const [name, value] of set) {
    const problem = problemOf(name, value, config)
    if (problem !== undefined) throw new ConfigurationError(`--set ${name}=${value}: ${problem}`)
  }
}

function problemOf(name: string, value: string, config: Config): string | undefined {
  const { keys, dimensions } = config.schema
  const key = keys.find((each) => each.key === name)
  const names = keys.filter(({ required, requiredWhen }) => required || requiredWhen).map(({ key }) => key)
  if (!key || !names.includes(name)) {
    const near = nearest(name, names)
    const hint = near === undefined ? `expected one of ${names.join(', ')}` : `did you mean ${quote(near)}?`
    return key ? 'no resource is required to have it' : `the schema has no key ${quote(name)}. ${hint}`
  }
  if (value.trim() === '') return 'a value is expected'
  if (!isValid(value, key)) return `it is not allowed${expectation(key)}`
  for (const dimension of ['team', 'model'] as const) {
    const known = dimensions[dimension] === name && !key.values ? namesOf(dimension, config) : undefined
    const isAllowed = key.or?.includes(value) || (dimension === 'model' && value === SHARED_MODEL)
    if (known && !isAllowed && !known.has(value))
      return `the catalogue has no such ${dimension}. expected ${oneOf([...known.keys()])}`
  }
  return undefined
}
