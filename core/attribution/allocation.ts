import type { Usd } from '../domain/money.ts'
import type { Dimension, Owner } from '../domain/owner.ts'
import type { Resource } from '../domain/resource.ts'

/** A part of the money of one side, and who carries it. All allocations of a side add up to its estimates. */
export interface Allocation {
  readonly kind: AllocationKind
  /** The pool that it comes through, where it is shared, or was to be. */
  readonly pool: string | undefined
  readonly owner: Carrier
  readonly amount: Usd
  /** Some of the resources that it comes from stand for an unknown number. */
  readonly atLeast: boolean
}

/**
 * `direct`: by its owner; `shared`: a part of a pool; `unattributed`: nobody is named; `unallocated`: of a pool, and its
 * rule gives it to nobody.
 */
export type AllocationKind = 'direct' | 'shared' | 'unattributed' | 'unallocated'

/** Who carries money: for each dimension a value, or none. */
export type Carrier = Readonly<Record<Dimension, Carried>>

export type Carried =
  | { readonly kind: 'known'; readonly value: string }
  | { readonly kind: 'missing' | 'unknown' }

/** What is asked of a resource whose cost is allocated. */
export interface Attributable {
  readonly resource: Resource
  readonly cost: Usd
  readonly owner: Owner
  /** The shared pool that it is in: the first that matches it. */
  readonly pool?: string | undefined
  /** Further pools that match it. */
  readonly otherPools?: readonly string[]
  /** The Kubernetes cluster that it runs in, for what has pods. */
  readonly cluster?: string | undefined
}

export const MISSING: Carried = { kind: 'missing' }

export const named = (value: string | undefined): Carried =>
  value === undefined ? MISSING : { kind: 'known', value }

export const nameOf = (carried: Carried): string | undefined =>
  carried.kind === 'known' ? carried.value : undefined
