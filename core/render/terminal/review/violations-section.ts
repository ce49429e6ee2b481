import type { Finding } from '../../../domain/finding.ts'
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
  placeText,
  type Violation,
  violations,
} from '../../report/violations.ts'
import { counted } from '../../text/counted.ts'
import { cutMiddle } from '../../text/display-width.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import { type Page, styled } from '../page.ts'

const MOST = 20
const MOST_FIXED = 5

/** What blocks the merge, the most expensive first; what was there before is counted. */
export function violationsSection({ findings, ...review }: Review, page: Page): readonly string[] {
  const isHint = ({ severity }: Finding): boolean => severity === 'hint'
  const worse = (some: readonly Finding[]) =>
    [...mergeInstances(violations(resourceFindings(some).filter((one) => !isHint(one))))].sort(byStakes)
  const hints = [...findings.new, ...findings.existing].filter(isHint)
  return [
    ...newLines(worse(findings.new), stakesIn(review), page),
    ...fixedLines(worse(findings.fixed), page),
    ...olderLines(worse(findings.existing), hints.length, page),
  ]
}

function newLines(fresh: readonly Violation[], stakesOf: StakesOf, page: Page): readonly string[] {
  if (fresh.length === 0) return []
  const { heading, quiet } = page.style
  const rest = fresh.length - MOST
  return [
    ...styled(`New tag violations: ${countText(fresh)}`, heading, page),
    ...fresh.slice(0, MOST).flatMap((violation) => entry(violation, stakesOf, page)),
    ...(rest > 0 ? styled(`  ${rest} more, cheaper than these`, quiet, page) : []),
  ]
}

function fixedLines(fixed: readonly Violation[], page: Page): readonly string[] {
  if (fixed.length === 0) return []
  const { good, quiet } = page.style
  const rest = fixed.length - MOST_FIXED
  return [
    good(`✓ ${counted(countOf(fixed), 'tag violation')} fixed`),
    ...fixed.slice(0, MOST_FIXED).map((violation) => {
      const name = visible(violation.address + instancesText(violation))
      return quiet(`  ${cutMiddle(name, page.width - violation.ruleId.length - 5)} [${violation.ruleId}]`)
    }),
    ...(rest > 0 ? [quiet(`  ${rest} more`)] : []),
  ]
}

function olderLines(existing: readonly Violation[], hints: number, page: Page): readonly string[] {
  const older = [
    ...(existing.length > 0 ? [`${counted(countOf(existing), 'tag violation')} from before`] : []),
    ...(hints > 0 ? [`${counted(hints, 'hint')} about tags that cannot be read`] : []),
  ]
  if (older.length === 0) return []
  return styled(`${older.join(' and ')}: ascribe check lists them.`, page.style.quiet, page)
}

function entry(violation: Violation, stakesOf: StakesOf, page: Page): readonly string[] {
  const { style, width } = page
  const { severity, ruleId, address, range } = violation
  const mark = severity === 'error' ? style.error('✗') : style.warning('!')
  const place = cutMiddle(visible(placeText(range, page.path)), width - ruleId.length - 6)
  const lack = lacked(violation)
  const others = instancesText(violation)
  const verb = others === '' ? 'lacks' : 'lack'
  const stakes = stakesOf(violation)
  const what = visible(
    lack
      ? `${address}${others} ${verb} ${lack.keys.join(', ')}${lack.because}`
      : messageOf(violation) + others,
  )
  return [
    `${mark} ${style.place(place)} ${style.quiet(`[${ruleId}]`)}`,
    ...hang('  ', what, width),
    ...(stakes ? [`  ${style.warning(stakes)}`] : []),
  ]
}
