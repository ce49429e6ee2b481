import { type BillAnomalies, findBillAnomalies } from '../bills/find-bill-anomalies.ts'
import { BillError } from '../bills/open-bill.ts'
import { type Engine, readBill } from '../bills/read-bill.ts'
import {
  ANOMALY_RULE_IDS,
  type AnomalyOptions,
  BillNotUnderstood,
  type Config,
  ConfigurationError,
  findConfig,
  isDay,
} from '../core/index.ts'
import { type Arguments, type Option, UsageError } from './command.ts'
import { BILL_OPTIONS } from './read-bill-report.ts'
import { today } from './today.ts'
import { locateFolder } from './trees/locate-folder.ts'

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
  drops: { description: 'also tell costs that dropped to less than half' },
}

export interface ReadAnomalies extends BillAnomalies {
  readonly config: Config
}

/** Reads the bill that a command names, and judges its days. */
export async function readAnomalies(args: Arguments): Promise<ReadAnomalies> {
  const { below, tree } = locateFolder(args.option('config') ?? '.')
  const { config: written } = findConfig(tree, below)
  const asked = args.option('cost') as Config['bill']['cost'] | undefined
  const used: Config = { ...written, bill: { ...written.bill, cost: asked ?? written.bill.cost } }
  const options = anomalyOptions(args)
  try {
    const bill = await readBill(args.operands, used, args.option('engine') as Engine | undefined)
    try {
      return { ...(await findBillAnomalies(bill, used, args.option('currency'), options)), config: used }
    } finally {
      bill.close()
    }
  } catch (error) {
    if (error instanceof BillError || error instanceof BillNotUnderstood)
      throw new ConfigurationError(error.message)
    throw error
  }
}

function anomalyOptions(args: Arguments): AnomalyOptions {
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
