import type { TagSchema } from '../config/tag-schema.ts'
import { add, type Usd, ZERO } from '../domain/money.ts'
import type { Dimension, Owner } from '../domain/owner.ts'

/** How much of the money has an owner. */
export interface Coverage {
  readonly attributed: Usd
  readonly total: Usd
  /** 0 to 1; undefined where there is no money at all. */
  readonly share: number | undefined
}

/** What makes an owner: these, of those that the schema maps onto a key. */
const DECISIVE: readonly Dimension[] = ['team', 'model']

export function isAttributed(owner: Owner, schema: TagSchema): boolean {
  const asked = DECISIVE.filter((dimension) => schema.dimensions[dimension] !== undefined)
  return asked.length > 0 && asked.every((dimension) => owner[dimension].kind === 'known')
}

/** The dollar-weighted share of what has an owner. */
export function coverageOf(
  costs: Iterable<{ readonly cost: Usd; readonly owner: Owner }>,
  schema: TagSchema,
): Coverage {
  let attributed = ZERO
  let total = ZERO
  for (const { cost, owner } of costs) {
    total = add(total, cost)
    if (isAttributed(owner, schema)) attributed = add(attributed, cost)
  }
  return { attributed, total, share: total === 0 ? undefined : attributed / total }
}
