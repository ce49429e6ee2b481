import type { Review } from '../../review/review.ts'
import { headline } from '../report/headline.ts'
import { nameCode, nameText } from './escape.ts'
import { type Limits, type MarkdownOptions, STANDARD } from './options.ts'
import { enforcementPart } from './review/accepted-part.ts'
import { footerPart } from './review/footer-part.ts'
import { verdictPart } from './review/verdict-part.ts'
import { bodyParts, page } from './review.ts'
import { folded } from './table.ts'

/** A violation that an earlier report named and this one does not. */
export interface ResolvedViolation {
  readonly ruleId: string
  readonly address: string
  readonly keys: readonly string[]
}

export interface CommentOptions extends MarkdownOptions {
  /** UTF-16 units that the text may have. */
  readonly limit: number
  /** What was resolved since the report at an earlier commit, where nothing is wrong any more. */
  readonly resolved?: { readonly since: string; readonly violations: readonly ResolvedViolation[] }
}

/** For places that hold more than a comment. */
const AMPLE: Limits = {
  ...STANDARD,
  violations: 500,
  oldViolations: 200,
  resources: 2_000,
  reasons: 300,
  problems: 200,
}

/**
 * What is cut, in this order, until a report fits. Whole rows go, and their number is said. The verdict, the totals,
 * the number of violations, the prices' date and the link to the full report stay.
 */
const CUTS: readonly Partial<Limits>[] = [
  AMPLE,
  STANDARD,
  { reasons: 0 },
  { allFigures: false },
  { resources: 20 },
  { resources: 0 },
  { oldViolations: 0 },
  { violations: 10, problems: 5 },
  { violations: 3, problems: 1 },
  { violations: 0, problems: 0, tables: false },
]

/** The report as a comment or a summary: of `from` the most that fits into `limit`. */
export function markdownComment(
  review: Review,
  options: CommentOptions,
  from: 'ample' | 'standard' = 'standard',
): string {
  let limits = AMPLE
  let text = ''
  for (const cut of CUTS.slice(from === 'ample' ? 0 : 1)) {
    limits = { ...limits, ...cut }
    text = report(review, { ...options, limits })
    if (text.length <= options.limit) break
  }
  return text
}

/** One line for a change that changes no cost and violates nothing. */
export function markdownNoChange(review: Review, options: CommentOptions): string {
  const { after, coverageAfter } = headline(review)
  const name = options.name === undefined ? '' : ` (${nameText(options.name)})`
  const coverage = coverageAfter === undefined ? '' : ` · attribution coverage ${coverageAfter}`
  const partial = review.verdict.partial ? ' · partial estimate' : ''
  return page([
    [
      `### Ascribe${name}: no cost-relevant change · ✅ passed${partial}`,
      '',
      `${after} per month${coverage}`,
    ],
    enforcementPart(review),
    resolvedPart(options),
    footerPart(review, options),
  ])
}

function report(review: Review, options: CommentOptions): string {
  const resolved = resolvedPart(options)
  const body = bodyParts(review, options)
  const shown =
    resolved.length === 0
      ? body
      : [resolved, folded('The change in detail', page(body).trimEnd().split('\n'))]
  return page([verdictPart(review, options), ...shown, footerPart(review, options)])
}

function resolvedPart({ resolved }: CommentOptions): readonly string[] {
  if (!resolved || resolved.violations.length === 0) return []
  return [
    `**✅ Resolved since ${nameCode(resolved.since)}**`,
    ...resolved.violations.map(({ ruleId, address, keys }) => {
      const about = keys.length === 0 ? '' : ` ${keys.map(nameCode).join(', ')}`
      return `- ${nameCode(address)}${about} · ${nameText(ruleId)}`
    }),
  ]
}
