import { SHARED_MODEL } from '../../config/catalogue.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import type { ChargeCategory } from '../cost-rows.ts'

/** What a record is for. The words of tags and of `ascribe.yml` are in `name` alone: no tag makes a category. */
export interface CostCategory {
  readonly kind: CategoryKind
  /** The phase, the pool or the kind of charge. */
  readonly name: string
}

/**
 * `phase`: direct costs of a lifecycle phase; `unclassified`: direct, and no tag says the phase; `charge`: a tax, a
 * credit or another charge that is no use; `shared`: a part of a pool; `fee`: a flat fee that a pool is covered by;
 * `kept`: what of a pool stays with the team that runs it; `foundations`: what names the model `shared` and is in no
 * pool; `untagged`: a tag that decides is missing; `unallocated`: of a pool, and its rule gives it to nobody.
 */
export const CATEGORY_KINDS = [
  'phase',
  'unclassified',
  'charge',
  'shared',
  'fee',
  'kept',
  'foundations',
  'untagged',
  'unallocated',
] as const
export type CategoryKind = (typeof CATEGORY_KINDS)[number]

const CHARGES: Readonly<Partial<Record<ChargeCategory, string>>> = {
  Tax: 'tax',
  Credit: 'credit',
  Refund: 'refund',
  Support: 'support',
  Purchase: 'purchase',
  Adjustment: 'adjustment',
}

/** Pools with a flat fee are named, as their parts are fees. */
export function costCategoryOf(allocation: BillAllocation, flatPools: ReadonlySet<string>): CostCategory {
  const { kind, pool, owner } = allocation
  const charge = chargeOf(allocation)
  if (kind === 'apart') return { kind: 'charge', name: charge! }
  if (kind === 'unallocated') return { kind, name: pool! }
  if (kind === 'shared') return { kind: flatPools.has(pool!) ? 'fee' : 'shared', name: pool! }
  if (pool !== undefined) return { kind: 'kept', name: pool }
  if (kind === 'untagged') return { kind, name: '' }
  if (owner.model === SHARED_MODEL) return { kind: 'foundations', name: '' }
  if (charge !== undefined) return { kind: 'charge', name: charge }
  return owner.phase === undefined ? { kind: 'unclassified', name: '' } : { kind: 'phase', name: owner.phase }
}

/** What is no use has a category of its own, also where it is charged to whom its tags name. */
const chargeOf = ({ category, isUnused }: BillAllocation): string | undefined =>
  isUnused ? 'unused-commitment' : CHARGES[category]

/** `training`, `shared: monitoring`, `untagged`. */
export function categoryText({ kind, name }: CostCategory): string {
  if (kind === 'phase' || kind === 'charge') return name
  return name === '' ? kind : `${kind}: ${name}`
}
