import { legalSpelling } from './tag-limits.ts'
import type { TagSchema } from './tag-schema.ts'

/** Where tags are written, each with characters of its own. */
export const TARGETS = ['aws', 'google', 'azure', 'kubernetes'] as const
export type Target = (typeof TARGETS)[number]

/** How keys, and what is no legal value, are spelled on a target. */
export interface TargetSpelling {
  /** Put before the key, e.g. `ml.acme.example/`. */
  readonly prefix: string
  /** In place of `_` in the key, and of what no value can hold; undefined leaves the key as it is. */
  readonly separator: string | undefined
}

/**
 * How a key of the schema may be spelled on a target, the one to be written first. What `schema.targets` says holds
 * alone; without it, a Kubernetes label may also have `-` for `_`, and what no key can hold there is a separator.
 */
export function spellings(
  key: string,
  target: Target | undefined,
  { targets }: Pick<TagSchema, 'targets'>,
): Spellings {
  const onTargets = spelled.get(targets) ?? new Map<Target | undefined, Map<string, Spellings>>()
  spelled.set(targets, onTargets)
  const known = onTargets.get(target) ?? new Map<string, Spellings>()
  onTargets.set(target, known)
  const before = known.get(key) ?? spell(key, target, targets)
  known.set(key, before)
  return before
}

type Spellings = readonly [string, ...string[]]

/** Every tag of every resource is asked for by all of the schema's keys. */
const spelled = new WeakMap<TagSchema['targets'], Map<Target | undefined, Map<string, Spellings>>>()

function spell(key: string, target: Target | undefined, targets: TagSchema['targets']): Spellings {
  const declared = target && targets.get(target)
  if (declared) {
    const { prefix, separator } = declared
    return [prefix + (separator === undefined ? key : key.replaceAll('_', separator))]
  }
  const legal = (target && legalSpelling(key, 'key', target, { targets })) || key
  // Who wrote it as it is meant to be has it, and is told that it cannot be.
  if (target !== 'kubernetes') return legal === key ? [key] : [legal, key]
  const hyphenated = legal.replaceAll('_', '-')
  return hyphenated === legal ? [legal] : [hyphenated, legal]
}
