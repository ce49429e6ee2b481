import type { Review } from '../../../review/review.ts'
import { afterText, beforeText, type ShownChange } from '../../amounts/shown-change.ts'
import { happenedText, resourceRows } from '../../report/resource-rows.ts'
import { whatChanged } from '../../report/what-changed.ts'
import { counted } from '../../text/counted.ts'
import { nameCode, sentenceText } from '../escape.ts'
import { folded, markdownTable } from '../table.ts'
import { deltaMarkdown } from './money.ts'

const MOST = 50

/** Each resource whose cost changes, and what about it did; the others are counted. */
export function resourcesPart(review: Review): readonly string[] {
  const { rows, more, priceless } = resourceRows(review, MOST)
  const cells = rows.map(({ change, figures }) => {
    const what = whatChanged(change).join('; ')
    return [
      `${nameCode(change.address)}${what === '' ? '' : ` ${sentenceText(what)}`}`,
      ...figuresOf(figures),
    ]
  })
  if (more) cells.push([counted(more.count, 'more resource'), ...figuresOf(more.figures)])
  const table = markdownTable(
    ['Resource', 'Before', 'After', 'Change'],
    ['left', 'right', 'right', 'right'],
    cells,
  )
  const count = priceless.reduce((sum, { count }) => sum + count, 0)
  const free =
    count === 0
      ? []
      : [
          `${counted(count, 'resource costs nothing or has no price', 'resources cost nothing or have no price')}: ${happenedText(priceless)}.`,
        ]
  const gap = cells.length > 0 && free.length > 0 ? [''] : []
  return folded(`Resources changed (${review.resources.length})`, [
    ...(cells.length > 0 ? table : []),
    ...gap,
    ...free,
  ])
}

function figuresOf(figures: ShownChange): readonly string[] {
  return [beforeText(figures), afterText(figures), deltaMarkdown(figures)]
}
