import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readInventory } from '../bills/inventory.ts'
import { ENGINES, type Engine, REMOTE_ENGINES, readBill } from '../bills/read-bill.ts'
import {
  type BillReport,
  billReport,
  bucketsQuery,
  type ChargeGroup,
  COSTS,
  type Config,
  ConfigurationError,
  codeSuggestions,
  costRowsQuery,
  discoveryQuery,
  endingQuery,
  findConfig,
  type GroupQuery,
  locate,
  type OwnedSuggestion,
  type Period,
  type PeriodBill,
  type PeriodBillRules,
  periodBefore,
  periodBill,
  podRequests,
  podsQuery,
  readPeriod,
  readVolumes,
  SourceFile,
  type SourceTree,
  untaggedQuery,
  type Volumes,
} from '../core/index.ts'
import { mustHaveCharges } from './charges-in.ts'
import { type Arguments, type Option, UsageError } from './command.ts'
import { embeddedPriceBook } from './price-book.ts'
import { stateIdsIn } from './state-ids.ts'
import { today } from './today.ts'
import { locateFolder } from './trees/locate-folder.ts'

/** As many as somebody reads, and more. */
const LISTED = 100

/** Of every command that reads a bill. */
export const BILL_OPTIONS: Readonly<Record<string, Option>> = {
  period: { description: 'a month, a quarter or days (all days of the bill)', value: '2026-10' },
  config: { description: 'folder whose ascribe.yml holds (.)', value: 'FOLDER' },
  cost: {
    description: 'billed adds up to the invoice (what ascribe.yml says)',
    value: 'COST',
    choices: COSTS,
  },
  currency: { description: 'which, where the bill has several', value: 'CODE' },
  volumes: { description: 'CSV of model, period, predictions and value', value: 'FILE' },
  pods: { description: 'allocations of OpenCost: what pods request, for pools split by it', value: 'FILE' },
  engine: {
    description: 'what reads the bill (DuckDB where it is installed; trino and clickhouse: FILE is a table)',
    value: 'ENGINE',
    choices: [...ENGINES, ...REMOTE_ENGINES],
  },
  memory: { description: 'how much DuckDB may use (80 % of the machine)', value: '2GB' },
}

/** A period's report, and what it was made from. */
export interface ReadBillReport {
  readonly report: BillReport
  readonly bill: PeriodBill
  /** Periods before it that the bill has charges of, the latest first: as many as were asked for, without a gap. */
  readonly earlier: readonly PeriodBill[]
  readonly volumes: Volumes | undefined
  /** Of another period, from the same file. */
  volumesOf(period: Period): Volumes | undefined
  readonly config: Config
  /** What the further queries answered, in their order. */
  readonly further: readonly (readonly ChargeGroup[])[]
}

/** Reads the bill that a command names. Without `--period` there is none before it. */
export async function readBillReport(
  args: Arguments,
  periodsBefore = 1,
  ask: (bill: PeriodBill) => readonly GroupQuery[] = () => [],
): Promise<ReadBillReport> {
  const { root, below, tree } = locateFolder(args.option('config') ?? '.')
  const { config: written } = findConfig(tree, below)
  const cost = (args.option('cost') as Config['bill']['cost'] | undefined) ?? written.bill.cost
  const config: Config = { ...written, bill: { ...written.bill, cost } }
  const asked = periodIn(args)
  const pods = await podsIn(args, config)
  const rulesOf = (of: Period | undefined) => ({ ...config, pods: podRequests(pods, of, config) })
  const bill = await readBill(
    args.operands,
    config,
    args.option('engine') as Engine | undefined,
    memoryIn(args),
  )
  try {
    const before = asked ? periodsUntil(asked, periodsBefore) : []
    const [all] = await bill.groups([
      costRowsQuery(asked && { ...asked, from: (before.at(-1) ?? asked).from }),
    ])
    const rows = asked ? all!.filter(isIn(asked)) : all!
    await mustHaveCharges(bill, args.operands, rows, asked)
    const period = periodBill(rows, asked, args.option('currency'), rulesOf(asked))
    const earlier = earlierBills(all!, before, period.currency, rulesOf)
    const [untagged, ending, ...further] = await bill.groups([
      untaggedQuery(period.period, cost, LISTED),
      endingQuery(period.period, cost, LISTED),
      ...ask(period),
    ])
    const stored = await readInventory(args.all('inventory'), config.bill.prefixes ?? new Map())
    const [discovered, buckets] = await bill.groups([
      discoveryQuery(untagged!),
      bucketsQuery(stored, period.period),
    ])
    const volumesOf = (of: Period) => volumesIn(args, root, of)
    const volumes = volumesOf(period.period)
    const advice = args.flag('suggest') ? codeAdvice(tree, below, period.currency) : NO_ADVICE
    const report = billReport(
      period,
      {
        source: { format: bill.format.title, engine: bill.engine },
        notes: [
          ...bill.notes,
          ...advice.notes,
          ...bill.bindings.mended.map(
            ({ key, schemaKey, rows: count }) => `${count} charges spell the key "${schemaKey}" as "${key}"`,
          ),
        ],
        untagged: untagged!,
        discovered: discovered!,
        stored,
        buckets: buckets!,
        ids: stateIdsIn(args.all('state')),
        ending: ending!,
        previous: earlier[0],
        volumes,
        suggestions: advice.suggestions,
        asOf: today(),
      },
      config,
    )
    return { report, bill: period, earlier, volumes, volumesOf, config, further }
  } finally {
    bill.close()
  }
}

interface CodeAdvice {
  readonly suggestions: readonly OwnedSuggestion[]
  readonly notes: readonly string[]
}
const NO_ADVICE: CodeAdvice = { suggestions: [], notes: [] }

/** Savings in another currency than the bill's are none. */
function codeAdvice(tree: SourceTree, below: string, currency: string): CodeAdvice {
  const { suggestions, currency: priced } = codeSuggestions(tree, below, embeddedPriceBook(), today())
  return priced === currency
    ? { suggestions, notes: [] }
    : {
        suggestions: [],
        notes: [
          `the code is priced in ${priced} and the bill is in ${currency}: nothing is suggested. expected prices.currency: ${currency}`,
        ],
      }
}

function periodsUntil(period: Period, count: number): readonly Period[] {
  const before: Period[] = []
  for (let at = period; before.length < count; before.push(at)) at = periodBefore(at)
  return before
}

const isIn =
  ({ from, until }: Period) =>
  ({ by: { day } }: ChargeGroup): boolean =>
    day !== undefined && day >= from && day < until

function earlierBills(
  groups: readonly ChargeGroup[],
  periods: readonly Period[],
  currency: string,
  rulesOf: (period: Period) => PeriodBillRules,
): readonly PeriodBill[] {
  const bills: PeriodBill[] = []
  for (const period of periods) {
    const mine = groups.filter(({ by }) => by.currency === currency).filter(isIn(period))
    if (mine.length === 0) break
    bills.push(periodBill(mine, period, currency, { ...rulesOf(period), isOver: true }))
  }
  return bills
}

export function periodIn(args: Arguments): Period | undefined {
  const text = args.option('period')
  if (text === undefined) return undefined
  const period = readPeriod(text)
  if (!period)
    throw new UsageError(
      `--period "${text}" is none. expected e.g. 2026-10, 2026-Q4 or 2026-10-01..2026-10-15`,
    )
  return period
}

function memoryIn(args: Arguments): string | undefined {
  const memory = args.option('memory')
  if (memory === undefined || /^\d{1,6}(?:\.\d+)?(?:MB|GB|MiB|GiB)$/.test(memory)) return memory
  throw new UsageError(`--memory "${memory}" is no size. expected e.g. 512MB or 2GB`)
}

async function podsIn(args: Arguments, config: Config): Promise<readonly ChargeGroup[]> {
  const file = args.option('pods')
  if (file === undefined) return []
  const allocations = await readBill([file], config, undefined)
  try {
    if (allocations.format.id !== 'opencost')
      throw new ConfigurationError(
        `${file} is a ${allocations.format.title} export. expected allocations of OpenCost`,
      )
    const [groups] = await allocations.groups([podsQuery])
    return groups!
  } finally {
    allocations.close()
  }
}

function volumesIn(args: Arguments, root: string, period: Period) {
  const name = args.option('volumes')
  if (name === undefined) return undefined
  const source = new SourceFile(path.relative(root, name), volumesText(name))
  const { volumes, problems } = readVolumes(source, period)
  const [first] = problems
  if (first) throw new ConfigurationError(`${name}:${locate(first.range).line}: ${first.message}`)
  return volumes
}

function volumesText(name: string): string {
  try {
    return readFileSync(name, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new ConfigurationError(
      `--volumes "${name}" cannot be read (${error.code}). expected a CSV file of model, period and predictions`,
    )
  }
}
