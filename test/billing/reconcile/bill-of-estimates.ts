import type { Period } from '../../../core/billing/cost-rows.ts'
import { averageMonth } from '../../../core/billing/reconcile/average-month.ts'
import { costOfCharge } from '../../../core/domain/estimate.ts'
import { isManifest } from '../../../core/domain/resource.ts'
import type { InspectedResource } from '../../../core/review/inspection.ts'

export interface BilledLine {
  readonly resource: string
  readonly name: string
  readonly service: string
  readonly unit: string
  readonly quantity: number
  /** In dollars. */
  readonly cost: number
  readonly tags: Readonly<Record<string, string>>
}

/** What estimates come to on the bill of a period, if they are right: 744 hours of what runs all October. */
export function linesOfEstimates(
  resources: readonly InspectedResource[],
  period: Period,
): readonly BilledLine[] {
  const month = averageMonth(period)
  return resources.flatMap(({ resource, tags, estimate }) => {
    if (estimate.kind !== 'priced' || tags.kind !== 'taggable') return []
    if (isManifest(resource)) return []
    const written = Object.fromEntries(
      [...tags.tags.tags].flatMap(([key, { value }]) =>
        value.kind === 'string' ? [[key, value.value]] : [],
      ),
    )
    const { Name: name = '', ...own } = written
    // Pods are billed as the nodes that they run on.
    const onPool = resources.flatMap((each) =>
      each.estimate.kind === 'priced'
        ? each.estimate.charges.filter(
            ({ pool }) => pool?.project === resource.project && pool.address === resource.address,
          )
        : [],
    )
    const charges = [...estimate.charges, ...onPool].filter(({ listCost }) => listCost > 0)
    const bucket = resource.attributes.entries.get('bucket')
    return charges.map((charge): BilledLine => {
      const factor = month.factor(charge.pricingUnit)
      return {
        resource: bucket?.kind === 'string' ? bucket.value : `id-of-${resource.address}`,
        name,
        service: charge.serviceName,
        unit: charge.pricingUnit,
        quantity: charge.pricingQuantity / factor,
        cost: costOfCharge(charge) / 1e6 / factor,
        tags: own,
      }
    })
  })
}

const COLUMNS =
  'ChargePeriodStart,ServiceName,ResourceId,ResourceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,ConsumedQuantity,ConsumedUnit,Tags'

/** As FOCUS has them, on the first and on the last day of October. */
export function focusBill(lines: readonly BilledLine[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = ['2026-10-01', '2026-10-31'].flatMap((day) =>
    lines.map(({ service, resource, name, cost, quantity, unit, tags }) =>
      [
        day,
        service,
        resource,
        name,
        'Usage',
        'USD',
        (cost / 2).toFixed(10),
        (cost / 2).toFixed(10),
        (quantity / 2).toFixed(10),
        unit,
        JSON.stringify(tags),
      ]
        .map(quoted)
        .join(','),
    ),
  )
  return `${[COLUMNS, ...rows].join('\n')}\n`
}
