import { csvRows } from '../../config/csv.ts'
import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { Period } from '../cost-rows.ts'
import { readPeriod } from '../period-bill.ts'

/** What models did in the period: by model. */
export type Volumes = ReadonlyMap<string, Volume>

export interface Volume {
  readonly predictions: number | undefined
  /** In the bill's currency. */
  readonly value: number | undefined
}

const COLUMNS = ['model', 'period', 'predictions', 'value'] as const

/**
 * Reads a CSV of `model,period,predictions` and, where there is one, `value`. Only lines of the same period count: a
 * cost of October by the predictions of September is no cost per prediction. Several lines of a model are added up, so
 * that a quarter may be three months.
 */
export function readVolumes(
  source: SourceFile,
  period: Period,
): { readonly volumes: Volumes; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const volumes = new Map<string, Volume>()
  const [header, ...rows] = [...csvRows(source)]
  const names = header?.map(({ text }) => text.toLowerCase()) ?? []
  const at = Object.fromEntries(COLUMNS.map((name) => [name, names.indexOf(name)])) as Record<
    (typeof COLUMNS)[number],
    number
  >
  if (at.model < 0 || at.period < 0 || (at.predictions < 0 && at.value < 0)) {
    problems.push({
      severity: 'error',
      message: `the columns are ${names.join(', ') || 'none'}. expected model, period, predictions and, if known, value`,
      range: header?.[0]?.range ?? { source, start: 0, end: 0 },
    })
    return { volumes, problems }
  }
  for (const row of rows) {
    const model = row[at.model]?.text ?? ''
    const when = row[at.period]
    const of = readPeriod(when?.text ?? '')
    if (!of) {
      problems.push({
        severity: 'error',
        message: `"${when?.text ?? ''}" is no period. expected e.g. 2026-10 or 2026-Q4`,
        range: (when ?? row[0]!).range,
      })
      continue
    }
    if (of.from < period.from || of.until > period.until || model === '') continue
    const known = volumes.get(model)
    const read = (name: 'predictions' | 'value'): number | undefined => {
      const cell = at[name] < 0 ? undefined : row[at[name]]
      if (cell === undefined || cell.text === '') return known?.[name]
      const value = Number(cell.text)
      if (Number.isFinite(value) && value >= 0) return (known?.[name] ?? 0) + value
      problems.push({
        severity: 'error',
        message: `"${cell.text}" is no number of ${name}. expected e.g. 42000000`,
        range: cell.range,
      })
      return known?.[name]
    }
    volumes.set(model, { predictions: read('predictions'), value: read('value') })
  }
  return { volumes, problems }
}
