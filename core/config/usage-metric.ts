import type { Problem } from '../source/problem.ts'
import type { Range, SourceFile } from '../source/source-file.ts'
import { type Cell, csvRows } from './csv.ts'
import { MAX_QUANTITY } from './usage-file.ts'
import { quote } from './wording.ts'

/** How much each team or model uses of something: reads of a feature store, GB under a prefix. */
export interface UsageMetric {
  readonly by: 'team' | 'model'
  /** The heading of the last column, e.g. `reads`. */
  readonly unit: string
  /** Rows of one name are added up. */
  readonly quantities: ReadonlyMap<string, number>
}

const MAX_LENGTH = 1024 * 1024
const MAX_NAMES = 10_000

/** The first column holds the names, headed `team` or `model`; the last one the quantities. */
export function readUsageMetric(source: SourceFile): {
  readonly metric: UsageMetric | undefined
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const report = (message: string, range: Range): undefined => {
    problems.push({ severity: 'error', message, range })
    return undefined
  }
  return { metric: metricOf(source, report), problems }
}

function metricOf(
  source: SourceFile,
  report: (message: string, range: Range) => undefined,
): UsageMetric | undefined {
  const whole = { source, start: 0, end: 0 }
  if (source.text.length > MAX_LENGTH)
    return report(`the file is ${source.text.length} characters long. at most ${MAX_LENGTH} are read`, whole)
  const rows = csvRows(source)
  const header: readonly Cell[] = rows.next().value ?? []
  const [first, unit] = [header[0], header.at(-1)]
  if (!first || (first.text !== 'team' && first.text !== 'model'))
    return report('expected "team" or "model" as the heading of the first column', first?.range ?? whole)
  if (!unit || unit === first) return report('expected a second column with the quantities', first.range)
  const quantities = new Map<string, number>()
  for (const row of rows) {
    const name = row[0]!
    const cell = row[header.length - 1]
    const quantity = cell && /^\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cell.text) ? Number(cell.text) : undefined
    if (quantity === undefined || quantity > MAX_QUANTITY)
      report(
        `${quote(name.text)} has no usable quantity. expected a number from 0 to ${MAX_QUANTITY}`,
        (cell ?? name).range,
      )
    else if (quantities.size === MAX_NAMES && !quantities.has(name.text))
      return report(`at most ${MAX_NAMES} names are read`, name.range)
    else quantities.set(name.text, (quantities.get(name.text) ?? 0) + quantity)
  }
  return { by: first.text, unit: unit.text, quantities }
}
