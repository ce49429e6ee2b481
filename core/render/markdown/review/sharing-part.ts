import type { Review } from '../../../review/review.ts'
import { afterText } from '../../amounts/shown-change.ts'
import { unitCostRows } from '../../report/unit-costs.ts'
import { counted } from '../../text/counted.ts'
import { nameText, sentenceText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { folded, markdownTable } from '../table.ts'

const MOST = 20

/** How shared costs are split, and what models' grades are made of. */
export function sharingPart(review: Review, { limits = STANDARD }: MarkdownOptions): readonly string[] {
  if (!limits.tables) return []
  return [
    ...folded('Shared costs and how they are split', poolLines(review)),
    ...folded('What the models’ money buys', economicsLines(review)),
  ]
}

function poolLines(review: Review): readonly string[] {
  const { pools } = review.sharing
  if (pools.length === 0) return []
  const shown = pools.slice(0, MOST)
  const table = markdownTable(
    ['Pool', 'Cost', 'Shared', 'Kept', 'Unallocated'],
    ['left', 'right', 'right', 'right', 'right'],
    shown.map(({ name, amount, shared, kept, unallocated }) => [
      nameText(name),
      ...[amount, shared, kept, unallocated].map((part) => afterText(part)),
    ]),
  )
  const rest = pools.length - shown.length
  return [
    ...table,
    '',
    ...shown.map(
      ({ methodology, because }) =>
        `- ${sentenceText(methodology + (because ? ` Unallocated: ${because}.` : ''))}`,
    ),
    ...(rest > 0 ? [`- ${counted(rest, 'more pool')}`] : []),
  ]
}

function economicsLines(review: Review): readonly string[] {
  const rows = unitCostRows(review)
  if (rows.length === 0) return []
  const shown = rows.slice(0, MOST)
  return [
    ...markdownTable(
      ['Model', 'Per 1,000', 'ROI', 'Class', 'Grade', 'Made of'],
      ['left', 'right', 'right', 'left', 'left', 'left'],
      shown.map(({ model, before, after, roi, efficiency, grade, parts, because }) => [
        nameText(model),
        before === after ? after : `${before} → ${after}`,
        roi,
        efficiency,
        grade,
        sentenceText([parts, ...because].join('; ')),
      ]),
    ),
    ...(rows.length > MOST ? ['', counted(rows.length - MOST, 'more model')] : []),
  ]
}
