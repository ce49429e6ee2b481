import type { Allowed, Case, Refusal } from './refusals.ts'

/** Operator → condition key → value. All must hold; of several values, one. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

/** What AWS allows in a tag key; `$` and `*` have no place in a condition key. */
export const isConditionKey = (name: string) => /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(name)

/** For a key that is always required and listed: a negated operator is true for a key that is not there. */
export function missingOrOther(missing: Refusal, invalid: Refusal): Conditions | undefined {
  const [first] = missing.cases
  const isPlain = first?.length === 1 && first[0]?.kind === 'lacks' && isConditionKey(missing.name)
  const [atom] = invalid.cases[0] ?? []
  if (!isPlain || atom?.kind !== 'notAllowed') return undefined
  const values = valuesOf(atom.allowed).filter((value) => value !== '')
  return values.length === 0 ? undefined : { StringNotEquals: { [`aws:RequestTag/${missing.name}`]: values } }
}

/** Undefined where IAM cannot express the case, or where it contradicts itself once case no longer counts. */
export function conditionsOf(atoms: Case): Conditions | undefined {
  const nulls: Record<string, string> = {}
  const equals: Record<string, string> = {}
  const others: Record<string, readonly string[]> = {}
  const unlike: Record<string, string> = {}
  for (const atom of atoms) {
    if (!isConditionKey(atom.name)) return undefined
    const key = `aws:RequestTag/${atom.name}`
    const same = Object.keys({ ...nulls, ...equals }).find(
      (known) => known.toLowerCase() === key.toLowerCase(),
    )
    switch (atom.kind) {
      case 'absent':
        if (same === undefined) nulls[key] = 'true'
        else if (nulls[same] !== 'true') return undefined
        break
      case 'equals':
      case 'blank':
        if (same !== undefined) return undefined
        equals[key] = atom.kind === 'equals' ? literal(atom.value) : ''
        break
      case 'lacks':
        // A negated operator is true for what is not there.
        if (nulls[same ?? ''] === 'true') break
        if (same !== undefined) return undefined
        unlike[key] = '?*'
        break
      case 'notAllowed': {
        const values = valuesOf(atom.allowed)
        if (same !== undefined || values.length === 0) return undefined
        // True for a key that is not there, too: so that it is there must be said.
        nulls[key] = 'false'
        others[key] = values
        break
      }
      default:
        atom satisfies never
    }
  }
  return {
    ...(Object.keys(nulls).length > 0 && { Null: nulls }),
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    ...(Object.keys(unlike).length > 0 && { StringNotLike: unlike }),
    ...(Object.keys(others).length > 0 && { StringNotEquals: others }),
  }
}

function valuesOf({ values, or }: Allowed): readonly string[] {
  return values === undefined ? [] : [...new Set([...values, ...or])].map(literal)
}

/** `${` begins a policy variable. */
export const literal = (value: string) => value.replaceAll('${', () => '${$}{')
