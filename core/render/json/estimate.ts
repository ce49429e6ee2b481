import type { Charge, CostRange, Estimate } from '../../domain/estimate.ts'
import { sum, toDollars, type Usd } from '../../domain/money.ts'

/** An estimate with its figure: 0 if free, null where there is none. */
export function estimateJson(estimate: Estimate, cost: Usd) {
  const priced = estimate.kind === 'priced'
  return {
    kind: estimate.kind,
    monthlyListCost: priced ? toDollars(listCostOf(estimate.charges)) : estimate.kind === 'free' ? 0 : null,
    ...(priced &&
      estimate.charges.some(({ contracted }) => contracted) && { monthlyContractedCost: toDollars(cost) }),
    charges: priced ? estimate.charges.map(chargeJson) : [],
    assumptions: priced || estimate.kind === 'usageBased' ? estimate.assumptions : [],
    omissions: priced ? estimate.omissions : [],
    ...(priced && estimate.range && { range: rangeJson(estimate.range) }),
    ...('because' in estimate && { because: estimate.because }),
  }
}

const listCostOf = (charges: readonly Charge[]) => sum(charges.map(({ listCost }) => listCost))

function rangeJson({ low, high }: CostRange) {
  return { low: toDollars(low), high: high === 'unbounded' ? high : toDollars(high) }
}

function chargeJson({ basis, listCost, contracted, ...charge }: Charge) {
  return {
    ...charge,
    listCost: toDollars(listCost),
    ...(contracted && {
      contractedUnitPrice: contracted.unitPrice,
      contractedCost: toDollars(contracted.cost),
      discount: { percent: contracted.percent, note: contracted.note ?? null },
    }),
    basis: basis.kind,
    ...standIn(basis),
  }
}

/** What stands in for the price, where it is not the exact one. */
function standIn(basis: Charge['basis']) {
  switch (basis.kind) {
    case 'exact':
      return {}
    case 'equivalent':
      return { standIn: { skuId: basis.skuId, rule: basis.rule } }
    case 'reference-region':
      return { standIn: { regionId: basis.regionId } }
    default:
      return basis satisfies never
  }
}
