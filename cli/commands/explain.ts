import { renderers } from '../../core/index.ts'
import { CHANGES_OPTIONS } from '../changes-options.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { ANOMALY_OPTIONS, explainCost } from '../read-anomalies.ts'

const { config, cost, currency, engine } = ANOMALY_OPTIONS
const WEEK = 7
const MOST_DAYS = 366

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Says why a team or a model costs more or less: model, phase, service, resource, what was merged.',
  operands: 'FILE...',
  options: {
    team: { description: 'whose cost', value: 'TEAM' },
    model: { description: 'or which model', value: 'MODEL' },
    days: { description: 'how many days, against as many before them (7)', value: 'DAYS' },
    'as-of': ANOMALY_OPTIONS['as-of']!,
    ...CHANGES_OPTIONS,
    state: ANOMALY_OPTIONS.state!,
    config: config!,
    cost: cost!,
    currency: currency!,
    engine: engine!,
    format: { description: 'how to print it', value: 'FORMAT', choices: Object.keys(renderers.explain) },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe explain --team search-ml exports/*.csv.gz --git',
    'ascribe explain --model fraud_xgb_v7 bill.csv --days 28 --format json',
  ],
  details: `FILE is a billing export, as for ascribe report. Each step looks into the largest change of the one before. With --git,
commits that changed what costs are reviewed as ascribe review does it; docs/anomalies.md describes --changes.
Exit codes: 0 done, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const explanation = await explainCost(args, { asked: askedIn(args), days: daysIn(args) })
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.explain
    const output = outputOf(args, terminal)
    output.print(renderers.explain[format](explanation, output))
    return EXIT.nothingFound
  },
}

function askedIn(args: Arguments) {
  const [team, model] = [args.option('team'), args.option('model')]
  if (team !== undefined && model === undefined) return { kind: 'team', name: team } as const
  if (model !== undefined && team === undefined) return { kind: 'model', name: model } as const
  throw new UsageError('whose cost? expected --team TEAM or --model MODEL')
}

function daysIn(args: Arguments): number {
  const text = args.option('days')
  if (text === undefined) return WEEK
  const days = Number(text)
  if (/^\d+$/.test(text) && days >= 1 && days <= MOST_DAYS) return days
  throw new UsageError(`--days "${text}" is no number of days. expected 1 to ${MOST_DAYS}`)
}
