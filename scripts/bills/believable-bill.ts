import { type Chance, chanceOf } from './chance.ts'
import { ACCOUNT, PLANTED, PLATFORM_WORKLOADS, REGION, type Season, type Workload } from './platform.ts'

/** Those of FOCUS 1.0 that the reports read, and some that they do not. */
export const FOCUS_COLUMNS = [
  'BilledCost',
  'BillingAccountId',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountStatus',
  'ConsumedQuantity',
  'ConsumedUnit',
  'EffectiveCost',
  'ListCost',
  'ProviderName',
  'RegionId',
  'ResourceId',
  'ResourceName',
  'ServiceCategory',
  'ServiceName',
  'SkuId',
  'SubAccountId',
  'Tags',
] as const
export type FocusRow = Readonly<Record<(typeof FOCUS_COLUMNS)[number], string>>

export interface BillOptions {
  /** The first day, and the one after the last. */
  readonly from: string
  readonly until: string
  readonly copies: number
  readonly seed: number
  readonly isHourly: boolean
  /** Without what real bills have wrong. */
  readonly isClean: boolean
}

const DAY = 24 * 60 * 60 * 1000

export function* billRows(options: BillOptions): Generator<FocusRow> {
  const chance = chanceOf(options.seed)
  for (let time = Date.parse(`${options.from}T00:00:00Z`); ; time += DAY) {
    const day = new Date(time).toISOString().slice(0, 10)
    if (day >= options.until) return
    for (let copy = 0; copy < options.copies; copy++)
      for (const workload of PLATFORM_WORKLOADS) yield* usage(workload, copy, day, time, options, chance)
    if (day.endsWith('-01')) yield* monthly(day, options)
  }
}

function* usage(
  workload: Workload,
  copy: number,
  day: string,
  time: number,
  { isHourly, isClean, from }: BillOptions,
  chance: Chance,
): Generator<FocusRow> {
  const { lives = {} } = workload
  if ((lives.from !== undefined && day < lives.from) || (lives.until !== undefined && day >= lives.until))
    return
  const age = (time - Date.parse(`${from}T00:00:00Z`)) / DAY
  const units = unitsOn(workload, day, time, age, chance)
  if (units <= 0) return
  const parts = isHourly ? 24 : 1
  for (let part = 0; part < parts; part++) {
    const starts = time + part * 60 * 60 * 1000
    const quantity = units / parts
    const cost = quantity * workload.price
    // Half of the endpoints' hours are under a savings plan of 27 %.
    const effective = workload.sku.includes('Hosting') ? cost * 0.865 : cost
    yield {
      ...charge(starts, isHourly ? starts + 60 * 60 * 1000 : starts + DAY),
      BilledCost: decimal(cost),
      EffectiveCost: decimal(effective),
      ListCost: decimal(cost),
      ConsumedQuantity: decimal(quantity),
      ConsumedUnit: workload.unit,
      RegionId: REGION,
      ResourceId: copyOf(workload.resource, copy),
      ResourceName: copyOf(workload.name, copy),
      ServiceCategory: workload.category,
      ServiceName: workload.service,
      SkuId: workload.sku,
      Tags: tagsOf(workload, copy, isClean, chance),
    }
  }
}

function unitsOn(
  { season, perDay, resource }: Workload,
  day: string,
  time: number,
  age: number,
  chance: Chance,
): number {
  const weekday = new Date(time).getUTCDay()
  const planted = PLANTED.find((each) => each.resource === resource && day >= each.from && day < each.until)
  const ordinary =
    perDay * SEASONS[season](weekday, age) * (season === 'steady' ? 1 : 1 + 0.05 * chance.noise())
  if (!planted) return ordinary
  return planted.factor * Math.max(ordinary, perDay)
}

const SEASONS: Readonly<Record<Season, (weekday: number, age: number) => number>> = {
  steady: () => 1,
  office: (weekday) => (weekday === 0 || weekday === 6 ? 0 : 1),
  traffic: (weekday) => (weekday === 0 || weekday === 6 ? 0.7 : 1),
  weekly: (weekday) => (weekday === 1 ? 1 : 0),
  growing: (_, age) => 1 + age / 200,
}

/** What a month begins with: tax and support, a credit, a refund, and what a commitment leaves unused. */
function* monthly(day: string, { copies }: BillOptions): Generator<FocusRow> {
  const time = Date.parse(`${day}T00:00:00Z`)
  const other = (
    category: string,
    service: string,
    dollars: number,
    more: Partial<FocusRow> = {},
  ): FocusRow => ({
    ...charge(time, time + DAY),
    ChargeCategory: category,
    ServiceName: service,
    BilledCost: decimal(dollars * copies),
    EffectiveCost: decimal(dollars * copies),
    ListCost: decimal(dollars * copies),
    ...more,
  })
  yield other('Tax', 'Amazon Elastic Compute Cloud', 212.37)
  yield other('Usage', 'AWS Support (Business)', 391.08, { ConsumedQuantity: '1', ConsumedUnit: 'Months' })
  yield other('Credit', 'Amazon SageMaker', -150)
  yield other('Adjustment', 'Amazon Elastic Compute Cloud', -18.4133333333, { ChargeClass: 'Correction' })
  yield other('Purchase', 'Savings Plans for AWS Compute usage', 320, { EffectiveCost: '0' })
  yield other('Usage', 'Savings Plans for AWS Compute usage', 0, {
    EffectiveCost: decimal(41.5 * copies),
    CommitmentDiscountStatus: 'Unused',
  })
}

function charge(starts: number, ends: number): FocusRow {
  const empty = Object.fromEntries(FOCUS_COLUMNS.map((name) => [name, ''])) as Record<keyof FocusRow, string>
  const start = new Date(starts)
  const month = (at: number) => new Date(Date.UTC(start.getUTCFullYear(), at, 1)).toISOString()
  return {
    ...empty,
    BillingAccountId: ACCOUNT,
    SubAccountId: ACCOUNT,
    BillingCurrency: 'USD',
    BillingPeriodStart: month(start.getUTCMonth()),
    BillingPeriodEnd: month(start.getUTCMonth() + 1),
    ChargeCategory: 'Usage',
    ChargePeriodStart: start.toISOString(),
    ChargePeriodEnd: new Date(ends).toISOString(),
    ProviderName: 'AWS',
    Tags: 'NULL',
  }
}

/** Providers write more digits than cents, and never the noise of floats. */
const decimal = (value: number): string => String(Number(value.toFixed(10)))

const copyOf = (name: string, copy: number): string => (copy === 0 || name === '' ? name : `${name}-${copy}`)

/** Tags as JSON. Some rows have a key in another case, a value with blanks, a key without a value, or the word NULL. */
function tagsOf({ tags }: Workload, copy: number, isClean: boolean, chance: Chance): string {
  const own =
    copy === 0 || tags.model_id === undefined || tags.model_id === 'shared'
      ? tags
      : { ...tags, model_id: `${tags.model_id}_${copy}` }
  if (Object.keys(own).length === 0) return isClean ? '{}' : chance.pick(['{}', 'NULL', ''])
  const dice = isClean ? 1 : chance.next()
  if (dice < 0.01) return JSON.stringify({ ...own, spot: true })
  if (dice < 0.02 && own.team !== undefined) {
    const { team, ...rest } = own
    return JSON.stringify({ ...rest, Team: ` ${team}` })
  }
  return JSON.stringify(own)
}
