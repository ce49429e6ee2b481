/** A price as a provider publishes it now, under the book's names. */
export interface FreshPrice {
  readonly provider: string
  readonly regionId: string
  readonly skuId: string
  readonly pricingUnit: string
  /** USD, in digits. */
  readonly listUnitPrice: string
}

/** A part of a price list that is read as a whole, or not at all: one file or one filter of one region. */
export interface Portion {
  /** A file name: letters, digits, `-`, `_` and `.` */
  readonly id: string
  /** For a reader: `AWS AmazonEC2 in us-east-1`. */
  readonly title: string
  readonly provider: string
  /** Whether to find nothing means that the list is not what it was. */
  readonly isNeverEmpty: boolean
  /** Ends with an error where the answer is broken or cut short. */
  read(): AsyncIterable<FreshPrice>
}

/** Six significant digits after the zeros are more than any published price has; sums carry noise beyond. */
export function digits(price: number): string {
  return price.toFixed(10).replace(/\.?0+$/, '')
}
