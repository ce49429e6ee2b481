import {
  ConfigurationError,
  modelCard,
  modelCardRenderers,
  nearest,
  type RenderOptions,
} from '../core/index.ts'
import { type Arguments, UsageError } from './command.ts'
import { readBillReport } from './read-bill-report.ts'

/** A year of months: as far back as the trend reaches, where the bill does. */
const PERIODS_BEFORE = 11

/** The model-review card that `--card` names. */
export async function modelCardPage(args: Arguments, options: RenderOptions): Promise<string> {
  const model = args.option('card')!
  const format = args.option('format') ?? 'markdown'
  if (format !== 'markdown' && format !== 'html')
    throw new UsageError(`--card has no format "${format}". expected markdown or html`)
  if (args.option('period') === undefined)
    throw new UsageError('--card needs --period: a month or a quarter, e.g. 2026-10 or 2026-Q4')
  const { report, bill, earlier, volumesOf, config } = await readBillReport(args, PERIODS_BEFORE)
  const card = modelCard(model, report, bill, earlier, volumesOf, config)
  if (card) return modelCardRenderers[format](card, options)
  const known = report.models.flatMap((line) => line.model ?? [])
  const meant = nearest(model, known)
  throw new ConfigurationError(
    `the bill has nothing of the model "${model}" in this period. ${meant === undefined ? `expected one of ${known.slice(0, 20).join(', ') || 'none'}` : `did you mean "${meant}"?`}`,
  )
}
