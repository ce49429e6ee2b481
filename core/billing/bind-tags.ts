import type { TagKey, TagSchema } from '../config/tag-schema.ts'
import { DIMENSIONS, type Dimension } from '../domain/owner.ts'
import { type Expression, firstOf, MISSING, type TagContainer } from './expression.ts'
import { groupBy } from './group-by.ts'

/** A key as a bill has it, and on how many rows. */
export interface BilledKey {
  readonly container: TagContainer
  readonly key: string
  readonly rows: number
}

/** Which keys of a bill stand for which key of the schema, the best first: those of the resource before what it inherits. */
export interface TagBindings {
  readonly bySchemaKey: ReadonlyMap<string, readonly BoundKey[]>
  /** Spellings that had to be mended to be understood. */
  readonly mended: readonly BoundKey[]
}

export interface BoundKey extends BilledKey {
  readonly schemaKey: string
  readonly how: HowBound
}

/** Ordered: what is written right counts before an alias, and that before another case. */
const HOW_BOUND = ['exact', 'target-spelling', 'alias', 'blank-or-case'] as const
export type HowBound = (typeof HOW_BOUND)[number]

/** Finds, for every key of a bill, the key of the schema that it stands for, if any. */
export function bindTags(
  billed: readonly BilledKey[],
  schema: TagSchema,
  keyPrefixes: readonly string[],
): TagBindings {
  const exact = new Set(schema.keys.map(({ key }) => key))
  const loose = new Map<string, string>()
  for (const [alias, key] of schema.aliases) loose.set(folded(alias), key)
  for (const { key } of schema.keys) loose.set(folded(key), key)
  const targets = [...schema.targets.values()]
  const bind = (each: BilledKey): BoundKey | undefined => {
    const written = withoutPrefix(each.key, keyPrefixes)
    const bound = (schemaKey: string, how: HowBound): BoundKey => ({ ...each, schemaKey, how })
    if (exact.has(written)) return bound(written, 'exact')
    const spelled = schema.keys.find(({ key }) =>
      targets.some((target) => isOnTarget(written, onTarget(key, target))),
    )
    if (spelled) return bound(spelled.key, 'target-spelling')
    const alias = schema.aliases.get(written)
    if (alias !== undefined) return bound(alias, 'alias')
    const near = loose.get(folded(written))
    return near === undefined ? undefined : bound(near, 'blank-or-case')
  }
  const all = billed.flatMap((each) => bind(each) ?? [])
  const places = [...new Set(billed.map(({ container }) => container))]
  all.sort(
    (a, b) =>
      places.indexOf(a.container) - places.indexOf(b.container) ||
      HOW_BOUND.indexOf(a.how) - HOW_BOUND.indexOf(b.how) ||
      b.rows - a.rows ||
      (a.key < b.key ? -1 : 1),
  )
  return {
    bySchemaKey: groupBy(all, ({ schemaKey }) => schemaKey),
    mended: all.filter(({ how }) => how === 'blank-or-case'),
  }
}

/** What a bill says in answer to each question of attribution, and of when a resource ends. */
export function boundColumns(
  bindings: TagBindings,
  schema: TagSchema,
): Readonly<Record<Dimension | 'expires', Expression>> {
  const dimensions = DIMENSIONS.map((dimension) => [
    dimension,
    answerOf(schema.dimensions[dimension], bindings),
  ])
  return {
    ...(Object.fromEntries(dimensions) as Record<Dimension, Expression>),
    expires: answerOf(endKey(schema)?.key, bindings),
  }
}

/** What a bill says for a key of the schema. */
export function answerOf(key: string | undefined, { bySchemaKey }: TagBindings): Expression {
  const bound = key === undefined ? [] : (bySchemaKey.get(key) ?? [])
  if (bound.length === 0) return MISSING
  const containers = groupBy(bound, ({ container }) => container)
  return firstOf(
    ...[...containers].map(
      ([container, keys]): Expression => ({ kind: 'tag', container, keys: keys.map(({ key }) => key) }),
    ),
  )
}

/** The key that says when a resource ends. */
const endKey = ({ keys }: TagSchema): TagKey | undefined => keys.find(({ type }) => type === 'date')

function withoutPrefix(key: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((each) => key.startsWith(each))
  return prefix === undefined ? key : key.slice(prefix.length)
}

/** Without blanks and signs, lower-case: ` Cost-Center` and `cost_center` are the same word. */
const folded = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '')

/** As it is written, or as Prometheus has a label's name, which is where OpenCost has it from. */
const isOnTarget = (written: string, key: string): boolean =>
  written === key || written === key.replace(/[^a-zA-Z0-9_]/g, '_')

const onTarget = (key: string, target: { prefix: string; separator: string | undefined }): string =>
  target.prefix + (target.separator === undefined ? key : key.replaceAll('_', target.separator))
