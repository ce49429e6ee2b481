import { type Usd, usd } from '../domain/money.ts'
import { MONTHS } from '../domain/month-names.ts'
import type { Range } from '../source/source-file.ts'
import type { PriceDiscount } from './prices.ts'
import type { YamlNode } from './yaml-tree.ts'

/** What a bill said about the estimates: the section `calibration` of a usage file, which `ascribe reconcile` writes. */
export interface Calibration {
  /** Of the bill: `2026-10`. */
  readonly period: string
  /** Off the list price, by SKU. They come before those of `ascribe.yml`. */
  readonly discounts: readonly PriceDiscount[]
  /** A month's cost by model: what growth is measured against. */
  readonly baselines: ReadonlyMap<string, Usd>
}

export const CALIBRATION = 'calibration'
/** Hours a month that one instance of a resource runs; Infracost has no key of this name for all types. */
export const HOURS_KEY = 'monthly_hours'

/** `calibrated with the bill of October 2026` */
export function calibratedWith({ period }: Pick<Calibration, 'period'>): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period) ?? []
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  return `calibrated with the bill of ${name === undefined ? period : `${name} ${year}`}`
}

type Report = (message: string, range: Range) => void

/** Its quantities are read as those of `resource_usage` are, by the caller. */
export function readCalibration(node: YamlNode, report: Report): Calibration | undefined {
  if (node.kind !== 'mapping') {
    report('calibration: expected a mapping (key: value)', node.range)
    return undefined
  }
  const period = node.entries.get('period')?.node
  if (period?.kind !== 'scalar' || typeof period.value !== 'string' || period.value === '') {
    report('calibration lacks its "period", e.g. "2026-10": run ascribe reconcile again', node.range)
    return undefined
  }
  const discounts = node.entries.get('discounts')?.node
  return {
    period: period.value,
    discounts:
      discounts?.kind === 'sequence'
        ? discounts.items.flatMap((item) => discountIn(item, period.value as string, report) ?? [])
        : [],
    baselines: baselinesIn(node.entries.get('baselines')?.node, report),
  }
}

function discountIn(item: YamlNode, period: string, report: Report): PriceDiscount | undefined {
  const cell = (name: string) => {
    const node = item.kind === 'mapping' ? item.entries.get(name)?.node : undefined
    return node?.kind === 'scalar' ? node.value : undefined
  }
  const [sku, percent] = [cell('sku'), cell('percent')]
  if (typeof sku !== 'string' || typeof percent !== 'number' || !(percent > 0 && percent <= 100)) {
    report('calibration: expected a discount such as { sku: ec2/linux/m5.large, percent: 13.5 }', item.range)
    return undefined
  }
  const note = calibratedWith({ period })
  return { service: undefined, family: undefined, sku, percent, note, range: item.range }
}

function baselinesIn(node: YamlNode | undefined, report: Report): ReadonlyMap<string, Usd> {
  const baselines = new Map<string, Usd>()
  if (node?.kind !== 'mapping') return baselines
  for (const [model, { node: amount }] of node.entries) {
    if (amount.kind === 'scalar' && typeof amount.value === 'number' && amount.value >= 0)
      baselines.set(model, usd(amount.value))
    else report(`calibration: expected an amount a month for the model "${model}"`, amount.range)
  }
  return baselines
}
