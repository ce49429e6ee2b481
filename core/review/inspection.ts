import type { Lifetime } from '../attribution/lifetime.ts'
import type { CurrencyCode } from '../domain/currency.ts'
import type { Estimate } from '../domain/estimate.ts'
import type { Finding } from '../domain/finding.ts'
import type { Usd } from '../domain/money.ts'
import type { Owner } from '../domain/owner.ts'
import type { NotLoadedModule, Resource } from '../domain/resource.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import type { Problem } from '../source/problem.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'

/** What Ascribe sees in one source tree. */
export interface Inspection {
  /** Ids of the root modules, in order. */
  readonly projects: readonly string[]
  readonly resources: readonly InspectedResource[]
  /** Every finding about any taggable resource; a report chooses among them (see `isChecked`). */
  readonly findings: readonly Finding[]
  readonly problems: readonly Problem[]
  readonly notLoaded: readonly NotLoadedModule[]
  /** What the configuration's values rest on that no file says; a resource's estimate has its own. */
  readonly assumptions: readonly string[]
  readonly prices: PriceBookIdentity
}

/** A resource, with everything that was found out about it. */
export interface InspectedResource {
  readonly resource: Resource
  readonly tags: EffectiveTags
  readonly estimate: Estimate
  /** Monthly list cost; 0 where the estimate has no figure, which the estimate's kind says. */
  readonly cost: Usd
  /** Whose cost it is. */
  readonly owner: Owner
  /** There where a tag says when it ends, and it is known which day it is. */
  readonly lifetime?: Lifetime | undefined
  /** The shared pool that it is in: the first of `shared:` that matches it. */
  readonly pool?: string | undefined
  /** Further pools that match it; they do not have it. */
  readonly otherPools?: readonly string[]
  /** The Kubernetes cluster that it runs in, for what has pods. */
  readonly cluster?: string | undefined
}

/** Which list prices the figures stand on. */
export type PriceBookIdentity = Pick<PriceBook, 'version' | 'date' | 'terms'> & {
  /** What all amounts are in. */
  readonly currency: CurrencyCode
}
