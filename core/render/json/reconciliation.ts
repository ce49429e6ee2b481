import type { Drift, NamedDrift } from '../../billing/reconcile/drift.ts'
import type { Alone, Reconciliation } from '../../billing/reconcile/reconciliation.ts'
import { toDollars, type Usd } from '../../domain/money.ts'
import type { Renderer } from '../renderer.ts'
import { printJson } from './document.ts'

/** schema/reconciliation.schema.json; docs/reconcile.md. Amounts are in units of `currency`, a month of 730 hours; errors are parts of the billed cost. */
export const jsonReconciliation: Renderer<Reconciliation> = (result) =>
  printJson({
    version: 1,
    period: result.period,
    currency: result.currency,
    joined: result.joined,
    estimatedAlone: aloneJson(result.estimatedAlone),
    billedAlone: aloneJson(result.billedAlone),
    before: driftJson(result.before),
    after: driftJson(result.after),
    byType: result.by.type.map(namedJson),
    byService: result.by.service.map(namedJson),
    byBasis: result.by.basis.map(namedJson),
    resources: result.resources.map(({ billed, before, after, notMeasured, ...rest }) => ({
      ...rest,
      billed: toDollars(billed),
      before: amount(before),
      after: amount(after),
      notMeasured: notMeasured ?? null,
    })),
    isCalibrated: result.isCalibrated,
    usage: Object.fromEntries(
      [...result.usage].map(([address, quantities]) => [address, Object.fromEntries(quantities)]),
    ),
    discounts: result.discounts,
    baselines: Object.fromEntries([...result.baselines].map(([model, cost]) => [model, toDollars(cost)])),
  })

const amount = (cost: Usd | undefined): number | null => (cost === undefined ? null : toDollars(cost))

const driftJson = ({ resources, estimated, billed, medianError, p90Error }: Drift) => ({
  resources,
  estimated: toDollars(estimated),
  billed: toDollars(billed),
  medianError: medianError ?? null,
  p90Error: p90Error ?? null,
})

const namedJson = (drift: NamedDrift) => ({ name: drift.name, ...driftJson(drift) })

const aloneJson = ({ count, cost, most }: Alone) => ({
  count,
  cost: toDollars(cost),
  most: most.map((each) => ({ name: each.name, cost: toDollars(each.cost) })),
})
