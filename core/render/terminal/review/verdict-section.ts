import type { Review } from '../../../review/review.ts'
import { headline } from '../../report/headline.ts'
import { cutMiddle, displayWidth } from '../../text/display-width.ts'
import type { Style } from '../../text/table.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import type { Page, Styles } from '../page.ts'

/** How much it is, which way it goes, whether the merge is blocked. */
export function verdictSection(review: Review, page: Page): readonly string[] {
  const { verdict } = review
  const { style } = page
  const { change, growth, before, after, coverageBefore, coverageAfter, coverageFell } = headline(review)
  const mark = STATUS[verdict.status]
  const first = joined(
    [
      ['Ascribe', style.quiet],
      [change + (growth ? ` (${growth})` : ''), (text) => style.strong(deltaStyle(review, style)(text))],
      [`${mark.sign} ${verdict.status}`, style[mark.style]],
      ...(verdict.partial ? ([['partial estimate', style.warning]] as const) : []),
    ],
    page.width,
  )
  const course: Part[] = [[`${before} → ${after} per month`, style.strong]]
  if (coverageAfter !== undefined) {
    const from =
      coverageBefore === undefined || coverageBefore === coverageAfter ? '' : `${coverageBefore} → `
    const text = `attribution coverage ${from}${coverageAfter}${coverageFell ? ' ↓' : ''}`
    course.push([text, coverageFell ? style.warning : (plain) => plain])
  }
  const because = verdict.because.flatMap((reason) => hang('- ', visible(reason), page.width))
  const half = Math.max(8, (page.width - ' →  '.length - 'compared: '.length) >> 1)
  const sides = [review.base, review.head].map((side) => cutMiddle(visible(side), half)).join(' → ')
  return [
    ...first,
    ...joined(course, page.width),
    ...because.map(style[mark.style]),
    style.quiet(`compared: ${sides}`),
  ]
}

export function deltaStyle({ total }: Pick<Review, 'total'>, style: Styles): Style {
  return total.delta > 0 ? style.dearer : total.delta < 0 ? style.cheaper : (text) => text
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
