import type { Config } from '../config/config.ts'
import { spellings, type Target } from '../config/spelling.ts'
import type { TagKey, TagSchema } from '../config/tag-schema.ts'

/**
 * What of a tag schema other engines are to refuse: what the rules `missing-tag` and `invalid-tag-value` call an error.
 * A warning refuses nothing here, so nothing refuses it there.
 */
export interface PolicySchema {
  readonly schema: TagSchema
  readonly requirements: readonly Requirement[]
  /** Keys of the schema that no document enforces, or not whole, and why. */
  readonly left: readonly { readonly key: string; readonly because: string }[]
}

export interface Requirement {
  readonly key: TagKey
  /** `never` where its absence is no error. */
  readonly required: 'always' | 'never' | ReadonlyMap<string, string>
  /** Whether a value that is not allowed is an error. */
  readonly judgesValue: boolean
}

export function policySchema({ schema, severities }: Pick<Config, 'schema' | 'severities'>): PolicySchema {
  const left: { key: string; because: string }[] = []
  const requirements = schema.keys.flatMap((key): Requirement[] => {
    const severityOf = (rule: 'missing-tag' | 'invalid-tag-value') => {
      const setting = severities.get(rule)
      return setting === 'off' ? 'off' : (key.severity ?? setting ?? 'error')
    }
    const refuses = (rule: 'missing-tag' | 'invalid-tag-value', what: string) => {
      const severity = severityOf(rule)
      if (severity === 'error') return true
      left.push({
        key: key.key,
        because: `${what} is ${severity === 'off' ? 'not checked' : `a ${severity}`}`,
      })
      return false
    }
    const asked = key.required ? 'always' : (key.requiredWhen ?? 'never')
    const required = asked !== 'never' && refuses('missing-tag', 'its absence') ? asked : 'never'
    const judgesValue = hasRules(key) && refuses('invalid-tag-value', 'a value that is not allowed')
    return required === 'never' && !judgesValue ? [] : [{ key, required, judgesValue }]
  })
  return { schema, requirements, left }
}

const hasRules = ({ values, pattern, type }: TagKey) =>
  values !== undefined || pattern !== undefined || type === 'date'

/** The names that a key may have on a target, the first that is there counts: its spellings, then its aliases. */
export function namesOf(key: string, target: Target, schema: TagSchema): readonly string[] {
  const aliases = [...schema.aliases].filter(([, meant]) => meant === key).map(([alias]) => alias)
  return [...new Set([...spellings(key, target, schema), ...aliases])]
}
