import type { Review } from '../../../review/review.ts'
import { headline } from '../../report/headline.ts'
import { summarySentence } from '../../report/summary-sentence.ts'
import { cutMiddle, displayWidth } from '../../text/display-width.ts'
import type { Style } from '../../text/table.ts'
import { visible } from '../../text/visible.ts'
import { wrap } from '../../text/wrap.ts'
import { toneOf } from '../money-cells.ts'
import type { Page } from '../page.ts'

/** How much it is, which way it goes, whether the merge is blocked. */
export function verdictSection(review: Review, page: Page): readonly string[] {
  const { verdict } = review
  const { style } = page
  const { change, growth, before, after, coverageBefore, coverageAfter, coverageFell, declared } =
    headline(review)
  const mark = STATUS[verdict.status]
  const reasons = verdict.because.map(visible).join(', ')
  const status = `${mark.sign} ${verdict.status}`
  const first = joined(
    [
      ['Ascribe', style.quiet],
      [
        change + (growth ? ` (${growth})` : ''),
        (text) => style.strong(toneOf(review.total.delta, style)(text)),
      ],
      ...wrap(reasons === '' ? status : `${status}: ${reasons}`, page.width).map(
        (text) => [text, style[mark.style]] as const,
      ),
      ...(verdict.partial ? ([['partial estimate', style.warning]] as const) : []),
    ],
    page.width,
  )
  const course: Part[] = [[`${before} → ${after} per month`, style.strong]]
  if (coverageAfter !== undefined) {
    const from =
      coverageBefore === undefined || coverageBefore === coverageAfter ? '' : `${coverageBefore} → `
    const text = `attribution coverage ${from}${coverageAfter}${coverageFell ? ' ↓' : ''}${declared === undefined ? '' : ` (${declared} by declared inheritance)`}`
    course.push([text, coverageFell ? style.warning : (plain) => plain])
  }
  const half = Math.max(8, (page.width - ' →  '.length - 'compared: '.length) >> 1)
  const sides = [review.base, review.head].map((side) => cutMiddle(visible(side), half)).join(' → ')
  const sentence = summarySentence(review)
  const said = sentence === undefined ? [] : wrap(visible(sentence), page.width)
  return [...first, ...joined(course, page.width), style.quiet(`compared: ${sides}`), ...said]
}

const STATUS = {
  pass: { sign: '✓', style: 'good' },
  warn: { sign: '!', style: 'warning' },
  fail: { sign: '✗', style: 'error' },
} as const

type Part = readonly [text: string, style: Style]

/** Parts beside each other as far as they fit, the others on lines of their own. */
function joined(parts: readonly Part[], width: number): readonly string[] {
  const lines: { text: string; width: number }[] = []
  for (const [text, style] of parts) {
    const last = lines.at(-1)
    const shown = cutMiddle(text, width)
    const wide = displayWidth(shown)
    if (last && last.width + GAP.length + wide <= width) {
      last.text += GAP + style(shown)
      last.width += GAP.length + wide
    } else lines.push({ text: style(shown), width: wide })
  }
  return lines.map(({ text }) => text)
}

const GAP = '   '
