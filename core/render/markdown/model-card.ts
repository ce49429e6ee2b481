import type { ModelCard } from '../../billing/efficiency/model-card.ts'
import type { Line } from '../../billing/report/bill-report.ts'
import { signOf } from '../../domain/currency.ts'
import type { Usd } from '../../domain/money.ts'
import { amountText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { type CardFact, cardFacts, TREND_HEADINGS } from '../report/model-card-facts.ts'
import { safe } from './bill-money.ts'
import { nameCode, nameText, sentenceText } from './escape.ts'
import { markdownTable } from './table.ts'

/** Two signs of dollars in a line would be a formula to GitHub. */

/** One model, for its review meeting. */
export const markdownModelCard: Renderer<ModelCard> = (card) => {
  const { title, figures, score, unknown, trend } = cardFacts(card)
  const { line, optimisation, currency } = card
  const money = (amount: Usd) => safe(amountText(amount, signOf(currency)))
  return `${[
    `### ${nameText(card.model)}, ${safe(title)}`,
    ...(line.team === undefined ? [] : ['', `Of ${nameText(line.team)}.`]),
    '',
    ...facts('Figure', figures),
    '',
    '#### Efficiency',
    '',
    ...facts('Part', score),
    ...(unknown.length === 0 ? [] : ['', ...unknown.map((reason) => `- ${sentenceText(reason)}`)]),
    '',
    '#### Trend',
    '',
    ...markdownTable(
      TREND_HEADINGS,
      TREND_HEADINGS.map((_, at) => (at === 0 ? 'left' : 'right')),
      trend.map(({ cells }) => cells.map(safe)),
    ),
    ...lines('Phase', line.phases, money),
    ...lines('Service', card.services, money),
    ...lines('Part of', card.pools, money),
    ...(optimisation === undefined
      ? []
      : [
          '',
          '#### To optimise',
          '',
          `${money(optimisation.excess)} less would make its value three times its cost.`,
          '',
          ...optimisation.advice.map(
            ({ about, what, saves }) =>
              `- Ascribe suggests for ${nameCode(about)}: ${sentenceText(what)} (about ${money(saves)} a month)`,
          ),
        ]),
  ]
    .join('\n')
    .trimEnd()}\n`
}

const facts = (heading: string, of: readonly CardFact[]): readonly string[] =>
  markdownTable(
    [heading, ''],
    ['left', 'right'],
    of.map(({ name, text }) => [name, safe(text)]),
  )

function lines(heading: string, of: readonly Line[], money: (amount: Usd) => string): readonly string[] {
  if (of.length === 0) return []
  return [
    '',
    ...markdownTable(
      [heading, 'Cost'],
      ['left', 'right'],
      of.map(({ name, amount }) => [name === undefined ? '(not said)' : nameText(name), money(amount)]),
    ),
  ]
}
