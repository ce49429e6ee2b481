import type { Basis, CostRange, Estimate } from '../../core/domain/estimate.ts'
import { sum, toDollars } from '../../core/domain/money.ts'

/** An estimate as a person checks it: a line a charge, quantity × unit price = cost, then what was assumed and left out. */
export function estimateTable(address: string, estimate: Estimate): string {
  return [`${address}: ${heading(estimate)}`, ...details(estimate).map((line) => `  ${line}`), ''].join('\n')
}

function heading(estimate: Estimate): string {
  switch (estimate.kind) {
    case 'priced':
      return `$${toDollars(sum(estimate.charges.map(({ listCost }) => listCost)))} a month`
    case 'free':
      return 'free'
    default:
      return `${estimate.kind}, ${estimate.because}`
  }
}

function details(estimate: Estimate): string[] {
  if (estimate.kind === 'usageBased') return estimate.assumptions.map((text) => `assumed: ${text}`)
  if (estimate.kind !== 'priced') return []
  return [
    ...estimate.charges.map(
      (charge) =>
        `${charge.description}: ${charge.pricingQuantity} ${charge.pricingUnit} × $${charge.listUnitPrice}` +
        ` = $${toDollars(charge.listCost)} (${charge.skuId} in ${charge.regionId}${basisNote(charge.basis)})`,
    ),
    ...(estimate.range ? [`autoscaling: ${range(estimate.range)}`] : []),
    ...estimate.assumptions.map((text) => `assumed: ${text}`),
    ...estimate.omissions.map(
      ({ description, kind, because }) => `not counted: ${description}, ${kind}: ${because}`,
    ),
  ]
}

function range({ low, high }: CostRange): string {
  return `$${toDollars(low)} to ${high === 'unbounded' ? high : `$${toDollars(high)}`}`
}

function basisNote(basis: Basis): string {
  switch (basis.kind) {
    case 'exact':
      return ''
    case 'equivalent':
      return `, from ${basis.skuId}: ${basis.rule}`
    case 'reference-region':
      return `, from ${basis.regionId}`
    default:
      return basis satisfies never
  }
}
