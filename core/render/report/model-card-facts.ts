import { periodName } from '../../billing/chargeback/period-name.ts'
import type { ModelCard, TrendPeriod } from '../../billing/efficiency/model-card.ts'
import type { ModelLine } from '../../billing/report/bill-report.ts'
import { signOf } from '../../domain/currency.ts'
import { type Usd, usd } from '../../domain/money.ts'
import { amountText, grouped, growthText, shareText, signedText } from '../amounts/amount.ts'

/** A figure of a model-review card, and its name. */
export interface CardFact {
  readonly name: string
  readonly text: string
}

/** What a card shows, worded once for Markdown and HTML. Names of the bill are in `card` alone. */
export interface CardFacts {
  readonly title: string
  readonly figures: readonly CardFact[]
  readonly score: readonly CardFact[]
  /** Why something is not known. */
  readonly unknown: readonly string[]
  readonly trend: readonly TrendFacts[]
}

export interface TrendFacts {
  readonly period: string
  readonly cost: Usd
  readonly cells: readonly string[]
}

export const TREND_HEADINGS = [
  'Period',
  'Cost',
  'Change',
  'Predictions',
  'Per 1,000',
  'Value',
  'ROI',
  'Grade',
]

export function cardFacts(card: ModelCard): CardFacts {
  const { line, currency, budget } = card
  const money = (amount: Usd) => amountText(amount, signOf(currency))
  const { economics } = line
  return {
    title: `${periodName(card.period)}: ${money(line.amount)}`,
    figures: [
      { name: 'Cost', text: money(line.amount) },
      { name: 'Direct', text: money(line.direct) },
      { name: 'Shared', text: money(line.shared) },
      { name: 'Value', text: line.value === undefined ? 'unknown' : money(usd(line.value)) },
      { name: 'ROI', text: economics?.roi === undefined ? 'unknown' : economics.roi.toFixed(1) },
      { name: 'Efficiency', text: economics?.efficiency ?? 'unknown' },
      { name: 'Per 1,000 predictions', text: perThousandText(line, currency) },
      { name: 'Benchmark per 1,000', text: unitText(card.benchmarkPer1k, currency) },
      ...(budget === undefined
        ? []
        : [{ name: 'Budget', text: `${money(budget)}, ${shareText(line.amount / budget)} spent` }]),
    ],
    score: scoreFacts(card),
    unknown: economics?.because ?? [
      'it is no model of the catalogue: its value and predictions are not stated',
    ],
    trend: trendFacts(card),
  }
}

/** The grade with what it is made of, never the letter alone. */
function scoreFacts({ line: { economics }, weights }: ModelCard): readonly CardFact[] {
  if (economics?.score === undefined) return [{ name: 'Grade', text: 'unknown' }]
  const part = (value: number | undefined, weight: number) =>
    value === undefined ? `not known, left out (weight ${weight})` : `${value.toFixed(2)} × ${weight}`
  return [
    { name: 'Grade', text: economics.grade },
    { name: 'Score', text: economics.score.toFixed(2) },
    { name: 'ROI part', text: part(economics.parts.roi, weights.roi) },
    { name: 'Benchmark part', text: part(economics.parts.benchmark, weights.benchmark) },
    { name: 'Priority', text: economics.priority },
  ]
}

function trendFacts({ trend, currency }: ModelCard): readonly TrendFacts[] {
  return trend.map((at, index) => {
    const before = trend[index - 1]
    const cost = costOf(at)
    const change = before === undefined || before.since !== undefined ? undefined : cost - costOf(before)
    return {
      period: periodName(at.period),
      cost: cost as Usd,
      cells: [
        `${periodName(at.period)}${at.since === undefined ? '' : ` (from ${at.since})`}`,
        amountText(cost as Usd, signOf(currency)),
        change === undefined ? '' : changeText(costOf(before!) as Usd, change as Usd, currency),
        predictionsText(at),
        at.line?.economics?.perThousand === undefined ? '' : perThousandText(at.line, currency),
        at.line?.value === undefined ? '' : amountText(usd(at.line.value), signOf(currency)),
        at.line?.economics?.roi === undefined ? '' : at.line.economics.roi.toFixed(1),
        at.line?.economics === undefined || at.line.economics.score === undefined
          ? ''
          : `${at.line.economics.grade} ${at.line.economics.score.toFixed(2)}`,
      ],
    }
  })
}

function predictionsText({ line, isCounted }: TrendPeriod): string {
  if (line?.predictions === undefined) return ''
  return `${grouped(line.predictions.toFixed(0))}${isCounted ? '' : ' (stated)'}`
}

const costOf = ({ line }: TrendPeriod): number => line?.amount ?? 0

function changeText(before: Usd, delta: Usd, currency: string): string {
  const growth = growthText(before, delta)
  return `${signedText(delta, signOf(currency))}${growth === undefined ? '' : ` (${growth})`}`
}

const perThousandText = ({ economics }: ModelLine, currency: string): string =>
  unitText(economics?.perThousand, currency)

const unitText = (amount: number | undefined, currency: string): string =>
  amount === undefined ? 'unknown' : `${signOf(currency)}${Number(amount.toPrecision(3))}`
