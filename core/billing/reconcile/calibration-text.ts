import { CALIBRATION } from '../../config/calibration.ts'
import { VERSION_LINE } from '../../config/usage-file.ts'
import { toDollars, type Usd } from '../../domain/money.ts'
import type { MeasuredDiscount } from './measured-discounts.ts'
import type { MeasuredUsage } from './measured-usage.ts'

/** What a usage file is to say under `calibration`. */
export interface CalibrationDraft {
  /** `2026-10` */
  readonly period: string
  readonly usage: MeasuredUsage
  readonly discounts: readonly MeasuredDiscount[]
  readonly baselines: ReadonlyMap<string, Usd>
}

const HEADING = '# Written by "ascribe reconcile": run it again rather than editing below.'

/** A usage file with this calibration in place of the one that it has; what people wrote stays as it is. */
export function calibratedText(file: string | undefined, draft: CalibrationDraft): string {
  const own = withoutCalibration(file ?? `${VERSION_LINE}\n`).replace(/\s*$/, '\n')
  return `${own}\n${sectionText(draft)}`
}

/** The file without its section `calibration`. */
export function withoutCalibration(file: string): string {
  const lines = file.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`${CALIBRATION}:`))
  if (start < 0) return file
  const length = lines.slice(start + 1).findIndex((line) => /^[^\s#]/.test(line))
  const end = length < 0 ? lines.length : start + 1 + length
  const from = lines[start - 1] === HEADING ? start - 1 : start
  return [...lines.slice(0, from), ...lines.slice(end)].join('\n')
}

function sectionText({ period, usage, discounts, baselines }: CalibrationDraft): string {
  const sorted = <T>(entries: Iterable<readonly [string, T]>) =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    HEADING,
    `${CALIBRATION}:`,
    `  period: ${quoted(period)}`,
    ...(usage.size === 0 ? [] : ['  resource_usage:']),
    ...sorted(usage).flatMap(([address, quantities]) => [
      `    ${quoted(address)}:`,
      ...[...quantities].map(([key, quantity]) => `      ${quoted(key)}: ${quantity}`),
    ]),
    ...(discounts.length === 0 ? [] : ['  discounts:']),
    ...discounts.map(({ sku, percent }) => `    - { sku: ${quoted(sku)}, percent: ${percent} }`),
    ...(baselines.size === 0 ? [] : ['  baselines:']),
    ...sorted(baselines).map(([model, cost]) => `    ${quoted(model)}: ${toDollars(cost).toFixed(2)}`),
    '',
  ].join('\n')
}

/** JSON's strings are YAML's: addresses and models hold what means something to YAML. */
const quoted = (text: string): string => JSON.stringify(text)
