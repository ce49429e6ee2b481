import { postWebhook } from '../../bills/post-webhook.ts'
import { ANOMALY_RULE_IDS, type AnomalyReport, renderers } from '../../core/index.ts'
import { CHANGES_OPTIONS } from '../changes-options.ts'
import type { Arguments, Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { ANOMALY_OPTIONS, readAnomalies } from '../read-anomalies.ts'

export const anomaliesCommand: Command = {
  name: 'anomalies',
  summary:
    'Names models and teams whose cost of a day is not an ordinary one, and what of it made the difference.',
  operands: 'FILE...',
  options: {
    ...ANOMALY_OPTIONS,
    ...CHANGES_OPTIONS,
    format: { description: 'how to print it', value: 'FORMAT', choices: Object.keys(renderers.anomalies) },
    'webhook-url-env': {
      description: 'environment variable that holds a Slack-compatible webhook to post anomalies to',
      value: 'NAME',
    },
    'fail-on': {
      description: 'what is a finding, exit code 1 (none)',
      value: 'SEVERITY',
      choices: ['critical', 'warning', 'none'],
    },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe anomalies exports/*.csv.gz',
    'ascribe anomalies bill.parquet --since 2026-10-01 --drops --format json',
    `ascribe anomalies bill.csv --rule ${ANOMALY_RULE_IDS[1]}`,
  ],
  details: `FILE is a billing export, as for ascribe report; it should reach six weeks back. Judged is the last day whose charges are
all there, or every day from --since on. docs/anomalies.md has the rules, and what each finds and misses.
A webhook's address is a secret: it is never an argument, and nothing is posted where nothing is found.
Exit codes: 0 done, 1 with --fail-on, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const report = await readAnomalies(args)
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.anomalies
    const output = outputOf(args, terminal)
    output.print(renderers.anomalies[format](report, output))
    await post(report, args)
    const counts =
      { critical: ['critical'], warning: ['critical', 'warning'] }[args.option('fail-on') ?? ''] ?? []
    const fails = report.anomalies.some(({ severity, isOngoing }) => isOngoing && counts.includes(severity))
    return fails ? EXIT.findings : EXIT.nothingFound
  },
}

async function post(report: AnomalyReport, args: Arguments): Promise<void> {
  const variable = args.option('webhook-url-env')
  if (variable === undefined || report.anomalies.length === 0) return
  await postWebhook(renderers.anomalies.slack(report, PLAIN), variable, process.env)
}

const PLAIN = { colour: false, width: 80 }
