import type { Charge } from '../../domain/estimate.ts'
import type { Resource } from '../../domain/resource.ts'
import type { PriceBook } from '../../pricing/price-book.ts'

/** A trade that people ask for when they review a change. Address, figures and order are added by `suggest`. */
export interface SuggestionRule {
  readonly id: string
  /** What is offered, in a sentence. */
  readonly summary: string
  /** What there is to lose, in a sentence. */
  readonly risk: string
  /** What would do in place of a charge; of several, the one that saves most counts. */
  offers(charged: Charged): Iterable<Offer>
}

/** A charge, and what it is looked at with. */
export interface Charged {
  readonly charge: Charge
  readonly resource: Resource
  /** e.g. `aws` */
  readonly provider: string
  /** The owner's lifecycle phase, where it is known. */
  readonly phase: string | undefined
  readonly prices: PriceBook
}

export interface Offer {
  readonly what: string
  /** What it would cost, as a share of the charge. */
  readonly share: number
  readonly source: string
  readonly sourceDate: string
}
