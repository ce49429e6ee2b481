import type { Review } from '../../../review/review.ts'
import { afterText, beforeText, type ShownChange } from '../../amounts/shown-change.ts'
import { namer } from '../../report/name-of.ts'
import { happenedText, resourceRows } from '../../report/resource-rows.ts'
import { whatChanged } from '../../report/what-changed.ts'
import { counted } from '../../text/counted.ts'
import { nameCode, sentenceText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { folded, markdownTable } from '../table.ts'
import { deltaMarkdown } from './money.ts'

/** Each resource whose cost changes, and what about it did; the others are counted. */
export function resourcesPart(review: Review, { limits = STANDARD }: MarkdownOptions): readonly string[] {
  const { resources: most, allFigures } = limits
  const title = `Resources changed (${review.resources.length})`
  if (most === 0) return review.resources.length === 0 ? [] : folded(title, ['They are in the full report.'])
  const { rows, more, priceless } = resourceRows(review, most)
  const figuresOf = (figures: ShownChange) =>
    allFigures ? [beforeText(figures), afterText(figures), deltaMarkdown(figures)] : [deltaMarkdown(figures)]
  const nameOf = namer(review.resources)
  const cells = rows.map(({ change, figures }) => {
    const what = whatChanged(change).join('; ')
    return [
      `${nameCode(nameOf(change))}${what === '' ? '' : ` ${sentenceText(what)}`}`,
      ...figuresOf(figures),
    ]
  })
  if (more) cells.push([counted(more.count, 'more resource'), ...figuresOf(more.figures)])
  const table = markdownTable(
    allFigures ? ['Resource', 'Before', 'After', 'Change'] : ['Resource', 'Change'],
    allFigures ? ['left', 'right', 'right', 'right'] : ['left', 'right'],
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
  return folded(title, [...(cells.length > 0 ? table : []), ...gap, ...free])
}
