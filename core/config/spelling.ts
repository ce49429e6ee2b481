import type { TagSchema } from './tag-schema.ts'

/** Where tags are written, each with characters of its own. */
export const TARGETS = ['aws', 'google', 'azure', 'kubernetes'] as const
export type Target = (typeof TARGETS)[number]

/** How keys are spelled on a target. */
export interface TargetSpelling {
  /** Put before the key, e.g. `ml.acme.example/`. */
  readonly prefix: string
  /** In place of `_`; undefined leaves the key as it is. */
  readonly separator: string | undefined
}

/**
 * How a key of the schema may be spelled on a target, the one to be written first. What `schema.targets` says holds
 * alone; without it, a Kubernetes label may also have `-` for `_`, and has `-` for what no label can hold.
 */
export function spellings(
  key: string,
  target: Target | undefined,
  { targets }: TagSchema,
): readonly [string, ...string[]] {
  const declared = target && targets.get(target)
  if (declared) {
    const { prefix, separator } = declared
    return [prefix + (separator === undefined ? key : key.replaceAll('_', separator))]
  }
  if (target !== 'kubernetes') return [key]
  const legal = key.replace(/[^\w./-]+/g, '-')
  const hyphenated = legal.replaceAll('_', '-')
  return hyphenated === legal ? [legal] : [hyphenated, legal]
}
