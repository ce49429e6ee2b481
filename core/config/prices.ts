import type { Range } from '../source/source-file.ts'

/** What `prices:` of ascribe.yml says: what is really paid, and from which book the rest comes. */
export interface PricesConfig {
  /** A folder with a price book of one's own, from the tree's root. */
  readonly book: string | undefined
  readonly overrides: readonly PriceOverride[]
  /** In the order written; the first that fits a charge holds. */
  readonly discounts: readonly PriceDiscount[]
}

/** A price of one's own, in place of the list price. */
export interface PriceOverride {
  readonly sku: string
  /** Undefined: in every region. */
  readonly regionId: string | undefined
  /** For one unit. */
  readonly usd: number
  /** FOCUS unit; undefined: the one of the list price. */
  readonly unit: string | undefined
  readonly range: Range
}

/** Percent off the list price of whatever all of the stated fits. */
export interface PriceDiscount {
  /** FOCUS service name; `*` stands for any run of characters. */
  readonly service: string | undefined
  /** SKU id; `*` stands for any run of characters. */
  readonly sku: string | undefined
  /** Of instance types: `p5`, `n2`. */
  readonly family: string | undefined
  readonly percent: number
  readonly note: string | undefined
  readonly range: Range
}

export const LIST_PRICES: PricesConfig = { book: undefined, overrides: [], discounts: [] }
