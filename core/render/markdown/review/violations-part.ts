import type { Review } from '../../../review/review.ts'
import { lacked, messageOf } from '../../report/message-of.ts'
import { resourceFindings } from '../../report/resource-findings.ts'
import { type StakesOf, stakesIn } from '../../report/stakes.ts'
import {
  byStakes,
  countOf,
  countText,
  instancesText,
  mergeInstances,
  type Violation,
  violations,
} from '../../report/violations.ts'
import { counted } from '../../text/counted.ts'
import { nameCode, sentenceText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { placer } from '../place.ts'
import { folded } from '../table.ts'

/** What blocks the merge, the most expensive first; then what was fixed, and what was there before. */
export function violationsPart(review: Review, options: MarkdownOptions): readonly string[] {
  const { findings, verdict } = review
  const { violations: most, oldViolations } = options.limits ?? STANDARD
  const fresh = mergeInstances(violations(resourceFindings(findings.new)))
    .filter(({ severity }) => severity !== 'hint')
    .sort(byStakes)
  const stakesOf = stakesIn(review)
  const told = (some: readonly Violation[]) => some.map((violation) => entry(violation, stakesOf, options))
  const blocks = verdict.status === 'fail' && verdict.failOn !== 'budget'
  const errors = fresh.filter(({ severity }) => severity === 'error')
  const warnings = fresh.slice(errors.length)
  const lines = [
    ...listOf(
      `**${blocks ? '❌' : '⚠️'} New tag violations: ${countText(errors)}**${blocks ? ': fix these to merge' : ''}`,
      told(errors.slice(0, most)),
      errors.length,
      'violation',
    ),
  ]
  const further = listOf(
    `**⚠️ New warnings: ${countText(warnings)}**`,
    told(warnings.slice(0, Math.max(0, most - errors.length))),
    warnings.length,
    'warning',
  )
  if (further.length > 0) lines.push(...(lines.length > 0 ? [''] : []), ...further)
  const fixed = mergeInstances(violations(resourceFindings(findings.fixed))).filter(
    ({ severity }) => severity !== 'hint',
  )
  const existing = mergeInstances(violations(resourceFindings(findings.existing))).filter(
    ({ severity }) => severity !== 'hint',
  )
  const before = [
    ...(fixed.length > 0 ? [`✅ ${counted(countOf(fixed), 'tag violation')} fixed.`] : []),
    ...(existing.length > 0
      ? [`${counted(countOf(existing), 'tag violation')} from before still there.`]
      : []),
  ]
  if (before.length > 0) lines.push(...(lines.length > 0 ? [''] : []), before.join(' '))
  const old = existing
    .sort(byStakes)
    .slice(0, oldViolations)
    .map((violation) => entry(violation, stakesOf, options))
  const rest = existing.length > oldViolations ? [`- ${existing.length - oldViolations} more`] : []
  const list = folded('Tag violations from before', old.length > 0 ? [...old, ...rest] : [])
  return list.length > 0 ? [...lines, '', ...list] : lines
}

/** The most expensive of a list, and how many are left out; nothing where it is empty. */
function listOf(title: string, entries: readonly string[], all: number, noun: string): readonly string[] {
  if (all === 0) return []
  const left = all - entries.length
  if (left === 0) return [title, ...entries]
  const rest = entries.length === 0 ? counted(left, noun) : `${left} more, cheaper than these,`
  return [title, ...entries, `- ${rest} in the full report`]
}

function entry(violation: Violation, stakesOf: StakesOf, options: MarkdownOptions): string {
  const { range, address, ruleId } = violation
  const place = placer(options)(range)
  const others = instancesText(violation)
  const lack = lacked(violation)
  const what = lack
    ? `${nameCode(address)}${others} ${others === '' ? 'lacks' : 'lack'} ${lack.keys.map(nameCode).join(', ')}${lack.because && sentenceText(lack.because)}`
    : `${nameCode(address)}${others}: ${sentenceText(messageOf(violation).replace(` of ${address} `, ' '))}`
  const stakes = stakesOf(violation)
  return `- ${place} ${what}${stakes ? ` (${stakes})` : ''} · ${ruleId}`
}
