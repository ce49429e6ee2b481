import type { BookSource } from './sources.ts'

/** A line of the book to be. */
export interface BookPrice {
  /** As Terraform calls it: `aws`, `google`, `azurerm`. */
  readonly provider: string
  readonly regionId: string
  readonly skuId: string
  readonly pricingUnit: string
  readonly listUnitPrice: string
  readonly source: BookSource
}
