import type { Charge, CostRange } from '../../domain/estimate.ts'
import { amountText } from '../amounts/amount.ts'

/** Unit prices as published: no rounding, no exponent. */
export function unitPriceText(price: number): string {
  const text = String(price)
  return text.includes('e') ? price.toFixed(12).replace(/0+$/, '') : text
}

/** How the price differs from this SKU's own in this region; empty where it is that. */
export function basisText({ basis, regionId, skuId }: Charge): string {
  switch (basis.kind) {
    case 'exact':
      return ''
    case 'equivalent':
      return basis.skuId === skuId
        ? `; ${basis.rule}`
        : `; not this SKU's price but that of ${basis.skuId} (${basis.rule})`
    case 'reference-region':
      return basis.regionId === regionId
        ? `; the price in ${regionId}: where it will be is not known`
        : `; the price in ${basis.regionId}, since that in ${regionId} is not known`
    default:
      return basis satisfies never
  }
}

/** `, less 18 % (savings plan 2026): list cost $123`; empty where the list price is paid. */
export function discountText({ contracted, listCost }: Charge, sign: string): string {
  if (!contracted) return ''
  const note = contracted.note === undefined ? '' : ` (${contracted.note})`
  return `, less ${contracted.percent} %${note}: list cost ${amountText(listCost, sign)}`
}

/** `$98 to $1,200/month`, `at least $98/month, with no upper bound` */
export function rangeText({ low, high }: CostRange, sign: string): string {
  return high === 'unbounded'
    ? `at least ${amountText(low, sign)}/month, with no upper bound`
    : `${amountText(low, sign)} to ${amountText(high, sign)}/month`
}
