import type { TagSchema } from '../config/tag-schema.ts'
import { add, type Usd, ZERO } from '../domain/money.ts'
import type { Dimension, Owner } from '../domain/owner.ts'

/** How much of the money has an owner. */
export interface Coverage {
  readonly attributed: Usd
  /** The part of it whose team or model is not on the bill: it is declared, or taken from the catalogue. */
  readonly declared: Usd
  readonly total: Usd
  /** 0 to 1; undefined where there is no money at all. */
  readonly share: number | undefined
}

/** What makes an owner: these, of those that the schema maps onto a key. */
export const DECISIVE: readonly Dimension[] = ['team', 'model']

function isAttributed(owner: Owner, schema: TagSchema): boolean {
  const asked = DECISIVE.filter((dimension) => schema.dimensions[dimension] !== undefined)
  return asked.length > 0 && asked.every((dimension) => owner[dimension].kind === 'known')
}

/** Whether something other than a tag on the bill makes its owner. */
function isDeclared(owner: Owner): boolean {
  return DECISIVE.some((dimension) => {
    const answer = owner[dimension]
    return answer.kind === 'known' && answer.from.kind !== 'tag'
  })
}

/** The dollar-weighted share of what has an owner. */
export function coverageOf(
  costs: Iterable<{ readonly cost: Usd; readonly owner: Owner }>,
  schema: TagSchema,
): Coverage {
  let attributed = ZERO
  let declared = ZERO
  let total = ZERO
  for (const { cost, owner } of costs) {
    total = add(total, cost)
    if (!isAttributed(owner, schema)) continue
    attributed = add(attributed, cost)
    if (isDeclared(owner)) declared = add(declared, cost)
  }
  return { attributed, declared, total, share: total === 0 ? undefined : attributed / total }
}
