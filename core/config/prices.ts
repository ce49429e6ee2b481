import { type Currency, type CurrencyCode, US_DOLLAR } from '../domain/currency.ts'
import type { Range } from '../source/source-file.ts'

/** What `prices:` of ascribe.yml says: what is really paid, and from which book the rest comes. */
export interface PricesConfig {
  /** What all amounts are in; undefined: US dollars. */
  readonly currency: StatedCurrency | undefined
  /** A folder with a price book of one's own, from the tree's root. */
  readonly book: string | undefined
  readonly overrides: readonly PriceOverride[]
  /** In the order written; the first that fits a charge holds. */
  readonly discounts: readonly PriceDiscount[]
}

/** The code of what all amounts are in. */
export function currencyCode({ currency }: Pick<PricesConfig, 'currency'>): CurrencyCode {
  return currency?.code ?? US_DOLLAR
}

/** A currency at a rate that somebody states. */
export interface StatedCurrency extends Currency {
  /** An ISO date: of which day the rate is. */
  readonly rateDate: string | undefined
  /** Of the rate. */
  readonly range: Range
}

/** A price of one's own, in place of the list price. */
export interface PriceOverride {
  readonly sku: string
  /** Undefined: in every region. */
  readonly regionId: string | undefined
  /** For one unit, in the currency of all amounts. */
  readonly unitPrice: number
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

export const LIST_PRICES: PricesConfig = {
  currency: undefined,
  book: undefined,
  overrides: [],
  discounts: [],
}
