import { findBillAnomalies } from '../bills/find-bill-anomalies.ts'
import { type Engine, type ReadableBill, readBill } from '../bills/read-bill.ts'
import {
  ANOMALY_RULE_IDS,
  type AnomalyOptions,
  type AnomalyReport,
  addressesBy,
  beginExplanation,
  type Config,
  DAYS_TO_SHOW,
  daysAfter,
  type ExplainOptions,
  type Explanation,
  findConfig,
  isDay,
  linkChanges,
  withChanges,
} from '../core/index.ts'
import { changesIn } from './changes-options.ts'
import { type Arguments, type Option, UsageError } from './command.ts'
import { BILL_OPTIONS } from './read-bill-report.ts'
import { stateIdsIn } from './state-ids.ts'
import { today } from './today.ts'
import { type LocatedFolder, locateFolder } from './trees/locate-folder.ts'

const { config, cost, currency, engine } = BILL_OPTIONS

/** Of every command that looks for anomalies. */
export const ANOMALY_OPTIONS: Readonly<Record<string, Option>> = {
  config: config!,
  cost: cost!,
  currency: currency!,
  engine: engine!,
  rule: { description: 'what is out of the ordinary', value: 'RULE', choices: ANOMALY_RULE_IDS },
  'as-of': { description: 'the last day to judge (the last complete day of the bill)', value: 'DAY' },
  since: { description: 'the first day to judge (the last alone)', value: 'DAY' },
  least: {
    description: "the smallest difference a day that counts, in the bill's currency (25)",
    value: 'AMOUNT',
  },
  state: {
    description: 'what "terraform show -json" prints: addresses of resources',
    value: 'FILE',
    repeated: true,
  },
  drops: { description: 'also tell costs that dropped to less than half' },
}

/** Reads the bill that a command names, and judges its days. */
export function readAnomalies(args: Arguments): Promise<AnomalyReport> {
  return withBill(args, async (bill, config, place) => {
    const { report } = await found(args, bill, config)
    if (report.anomalies.length === 0) return report
    const from = report.anomalies.map(({ since }) => since).sort()[0]!
    return linkChanges(
      report,
      changesIn(args, place, { from: daysAfter(from, -DAYS_TO_SHOW), last: report.asOf }),
    )
  })
}

/** Walks from a team or a model to what changed. */
export function explainCost(args: Arguments, options: ExplainOptions): Promise<Explanation> {
  return withBill(args, async (bill, config, place) => {
    const { report, daily } = await found(args, bill, config)
    const begun = beginExplanation(daily, report, options, config)
    const [resources] = await bill.groups([begun.resources])
    const explanation = begun.finish(resources!, addressesBy(stateIdsIn(args.all('state'))))
    const from = daysAfter(explanation.period.from, -DAYS_TO_SHOW)
    return withChanges(explanation, changesIn(args, place, { from, last: report.asOf }))
  })
}

function found(args: Arguments, bill: ReadableBill, config: Config) {
  const ids = stateIdsIn(args.all('state'))
  return findBillAnomalies(bill, config, args.option('currency'), optionsIn(args), ids)
}

async function withBill<Result>(
  args: Arguments,
  ask: (bill: ReadableBill, config: Config, place: LocatedFolder) => Promise<Result>,
): Promise<Result> {
  const place = locateFolder(args.option('config') ?? '.')
  const { config: written } = findConfig(place.tree, place.below)
  const cost = args.option('cost') as Config['bill']['cost'] | undefined
  const config: Config = { ...written, bill: { ...written.bill, cost: cost ?? written.bill.cost } }
  const bill = await readBill(args.operands, config, args.option('engine') as Engine | undefined)
  try {
    return await ask(bill, config, place)
  } finally {
    bill.close()
  }
}

function optionsIn(args: Arguments): AnomalyOptions {
  return {
    rule: args.option('rule'),
    leastExcess: amountIn(args),
    drops: args.flag('drops'),
    since: dayIn(args, 'since'),
    asOf: dayIn(args, 'as-of'),
    today: today(),
  }
}

function dayIn(args: Arguments, name: string): string | undefined {
  const text = args.option(name)
  if (text === undefined || isDay(text)) return text
  throw new UsageError(`--${name} "${text}" is no day. expected e.g. 2026-10-31`)
}

function amountIn(args: Arguments): number | undefined {
  const text = args.option('least')
  if (text === undefined) return undefined
  const amount = Number(text)
  if (text.trim() !== '' && Number.isFinite(amount) && amount >= 0) return amount
  throw new UsageError(`--least "${text}" is no amount. expected e.g. 25`)
}
