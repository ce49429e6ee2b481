import { signOf } from '../../domain/currency.ts'
import type { Review } from '../../review/review.ts'

type Economics = Review['economics']
type ModelEconomics = Economics['models'][number]
type UnitEconomics = ModelEconomics['after']

/** What a model's money buys, as a report shows it. */
export interface UnitCostRow {
  readonly model: string
  /** `$0.019`; `?` where it is not known. */
  readonly before: string
  readonly after: string
  /** `B`, or `A → B` */
  readonly grade: string
  /** `9.1`, `−0.4`; `?` where it is not known. */
  readonly roi: string
  /** `high ROI`, or `high ROI → low ROI` */
  readonly efficiency: string
  /** What the grade is made of after the change. */
  readonly parts: string
  /** Why something is not known after the change. */
  readonly because: readonly string[]
}

/** Models whose cost of the environments that count changes, the largest change first. */
export function unitCostRows({ economics, prices }: Review): readonly UnitCostRow[] {
  return economics.models
    .filter(({ before, after }) => before.cost !== after.cost || before.atLeast !== after.atLeast)
    .map((model) => ({ model, change: Math.abs(model.after.cost - model.before.cost) }))
    .sort((a, b) => b.change - a.change || (a.model.model < b.model.model ? -1 : 1))
    .map(({ model }) => rowOf(model, signOf(prices.currency)))
}

function rowOf({ model, before, after }: ModelEconomics, sign: string): UnitCostRow {
  return {
    model,
    before: perThousandText(before, sign),
    after: perThousandText(after, sign),
    grade: course(before.grade, after.grade),
    roi: course(ratioText(before.roi), ratioText(after.roi)),
    efficiency: course(EFFICIENCY[before.efficiency], EFFICIENCY[after.efficiency]),
    parts: partsText(after),
    because: after.because,
  }
}

/** Whose costs count: `production`; `prod` beside it is its other name. */
export function scopeText({ environments }: Pick<Economics, 'environments'>): string {
  if (environments.includes('*')) return 'all environments'
  return environments.filter((name) => name !== 'prod' || !environments.includes('production')).join(', ')
}

export const EFFICIENCY: Readonly<Record<UnitEconomics['efficiency'], string>> = {
  HIGH_ROI: 'high ROI',
  MODERATE_ROI: 'moderate ROI',
  LOW_ROI: 'low ROI',
  LOSS_MAKING: 'loss-making',
  unknown: 'unknown',
}

/** An unknown that stays one is said once. */
function course(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`
}

/** `$0.064`: what is below 1 to two digits that count. */
function perThousandText({ perThousand, atLeast }: UnitEconomics, sign: string): string {
  return perThousand === undefined ? '?' : (atLeast ? '≥' : '') + unitPriceText(perThousand, sign)
}

export function unitPriceText(amount: number, sign: string): string {
  if (amount >= 1) return sign + amount.toFixed(2)
  if (amount < 1e-6) return `<${sign}0.000001`
  const digits = Math.min(1 - Math.floor(Math.log10(amount)), 8)
  return sign + amount.toFixed(digits)
}

export function ratioText(ratio: number | undefined): string {
  if (ratio === undefined) return '?'
  const text = Math.abs(ratio).toFixed(Math.abs(ratio) < 100 ? 1 : 0)
  return ratio < 0 && Number(text) !== 0 ? `−${text}` : text
}

/** `ROI 0.91 of 1, benchmark not stated: not scored` */
export function partsText({ parts, score }: UnitEconomics): string {
  if (score === undefined) return 'not scored'
  const part = (name: string, value: number | undefined) =>
    `${name} ${value === undefined ? 'not scored' : value.toFixed(2)}`
  return `score ${score.toFixed(2)}: ${part('ROI', parts.roi)}, ${part('benchmark', parts.benchmark)}`
}
