import type { Review } from '../../../review/review.ts'
import { afterText } from '../../amounts/shown-change.ts'
import { budgetRows } from '../../report/budget-rows.ts'
import { changeFindings } from '../../report/resource-findings.ts'
import { scopeText, unitCostRows } from '../../report/unit-costs.ts'
import { placeText } from '../../report/violations.ts'
import { counted } from '../../text/counted.ts'
import { cutMiddle } from '../../text/display-width.ts'
import { type Cell, type Column, layOut } from '../../text/table.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import type { Page } from '../page.ts'

const MOST = 10

/** How much of the budgets that the change draws on is used, and who is asked about a large change. */
export function budgetsSection(review: Review, page: Page): readonly string[] {
  const { style } = page
  const rows = budgetRows(review)
  const tones = { within: style.good, warn: style.warning, over: style.error }
  const words = { within: '', warn: 'near its end', over: 'exceeded' }
  const body = rows
    .slice(0, MOST)
    .map(({ name, percent, figures, level }): Cell[] => [
      { text: visible(name) },
      { text: percent, style: tones[level] },
      { text: figures },
      { text: words[level], style: tones[level] },
    ])
  return [
    ...tableOf(['Budget', 'Used', `${review.prices.currency} a month`, ''], [1, 2], body, page),
    ...more(rows.length, 'budget', page),
    ...changeLines(review, page),
    ...approvalLines(review, page),
  ]
}

function changeLines({ findings }: Review, { style, width, path }: Page): readonly string[] {
  const told = [...changeFindings(findings.new), ...changeFindings(findings.existing)]
  return told.slice(0, MOST).flatMap(({ severity, message, range, ruleId }) => {
    const tone = severity === 'error' ? style.error : style.warning
    const place = cutMiddle(visible(placeText(range, path)), width - ruleId.length - 6)
    return [
      `${tone(severity === 'error' ? '✗' : '!')} ${style.place(place)} ${style.quiet(`[${ruleId}]`)}`,
      ...hang('  ', visible(message), width),
    ]
  })
}

function approvalLines({ approval }: Review, { style, width }: Page): readonly string[] {
  if (!approval) return []
  const whom = approval.reviewers.length > 0 ? approval.reviewers : approval.teams
  const names = whom.slice(0, MOST).map(visible).join(', ')
  const text = `Approval is asked of ${names === '' ? 'the owners' : names}: the change is above the limit of ascribe.yml.`
  return hang('', text, width).map(style.warning)
}

/** What predictions cost, and how models are graded. */
export function unitCostsSection(review: Review, page: Page): readonly string[] {
  const rows = unitCostRows(review)
  const body = rows
    .slice(0, MOST)
    .map(({ model, before, after, roi, efficiency, grade }): Cell[] => [
      { text: visible(model) },
      { text: before === after ? after : `${before} → ${after}` },
      { text: roi },
      { text: efficiency },
      { text: grade },
    ])
  const title = `Per 1,000, ${visible(scopeText(review.economics))}`
  const reasons = rows.slice(0, MOST).flatMap(({ model, because, parts }) => {
    const text = `${visible(model)}: ${[parts, ...because].join('; ')}`
    return hang('  ', text, page.width).map(page.style.quiet)
  })
  return [
    ...tableOf(['Model', title, 'ROI', 'Class', 'Grade'], [1, 2], body, page),
    ...reasons,
    ...more(rows.length, 'model', page),
  ]
}

/** How shared costs are split, a sentence for each pool. */
export function sharingSection(review: Review, page: Page): readonly string[] {
  const { pools } = review.sharing
  const shown = pools.slice(0, MOST)
  const body = shown.map(({ name, amount, shared, kept, unallocated }): Cell[] => [
    { text: visible(name) },
    ...[amount, shared, kept].map((part) => ({ text: afterText(part) })),
    {
      text: afterText(unallocated),
      ...(unallocated.after !== 0 && { style: page.style.warning }),
    },
  ])
  const sentences = shown.flatMap(({ methodology, because }) =>
    hang('- ', visible(methodology + (because ? ` Unallocated: ${because}.` : '')), page.width).map(
      page.style.quiet,
    ),
  )
  return [
    ...tableOf(['Shared costs', 'Cost', 'Shared', 'Kept', 'Unallocated'], [1, 2, 3, 4], body, page),
    ...sentences,
    ...more(pools.length, 'pool', page),
  ]
}

function tableOf(
  headings: readonly string[],
  figures: readonly number[],
  body: readonly (readonly Cell[])[],
  { style, width }: Page,
): readonly string[] {
  if (body.length === 0) return []
  const head = headings.map((text): Cell => ({ text, style: style.heading }))
  const columns = headings.map((_, at): Column => {
    const align = figures.includes(at) ? 'right' : 'left'
    return at === 0 ? { align, shrinksTo: 14 } : { align }
  })
  return layOut(columns, [head, ...body], width).lines
}

function more(count: number, what: string, { style }: Page): readonly string[] {
  return count > MOST ? [style.quiet(`  ${counted(count - MOST, `more ${what}`)}`)] : []
}
