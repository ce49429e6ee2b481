import type { Review } from '../../../review/review.ts'
import { type OwnerOf, ownersIn, stakesText } from '../../report/stakes.ts'
import {
  byStakes,
  countOf,
  countText,
  lackedKeys,
  messageOf,
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
export function violationsSection(review: Review, page: Page): readonly string[] {
  const { style } = page
  const fresh = violations(review.findings.new)
    .filter(({ severity }) => severity !== 'hint')
    .sort(byStakes)
  const existing = violations(review.findings.existing).filter(({ severity }) => severity !== 'hint')
  const fixed = [...violations(review.findings.fixed)].sort(byStakes)
  const hints = violations([...review.findings.new, ...review.findings.existing]).filter(
    ({ severity }) => severity === 'hint',
  )
  const lines: string[] = []
  if (fresh.length > 0) {
    const owners = ownersIn(review)
    lines.push(...styled(`New tag violations: ${countText(fresh)}`, style.heading, page))
    for (const violation of fresh.slice(0, MOST)) lines.push(...entry(violation, owners, page))
    if (fresh.length > MOST)
      lines.push(...styled(`  ${fresh.length - MOST} more, cheaper than these`, style.quiet, page))
  }
  if (fixed.length > 0) {
    const { width } = page
    lines.push(style.good(`✓ ${counted(countOf(fixed), 'tag violation')} fixed`))
    for (const { address, ruleId } of fixed.slice(0, MOST_FIXED))
      lines.push(style.quiet(`  ${cutMiddle(visible(address), width - ruleId.length - 5)} [${ruleId}]`))
    if (fixed.length > MOST_FIXED) lines.push(style.quiet(`  ${fixed.length - MOST_FIXED} more`))
  }
  const older = [
    ...(existing.length > 0 ? [`${counted(countOf(existing), 'tag violation')} from before`] : []),
    ...(hints.length > 0 ? [`${counted(hints.length, 'hint')} about tags that cannot be read`] : []),
  ]
  if (older.length > 0)
    lines.push(...hang('', `${older.join(' and ')}: ascribe check lists them.`, page.width).map(style.quiet))
  return lines
}

function entry(violation: Violation, owners: OwnerOf, page: Page): readonly string[] {
  const { style, width } = page
  const { severity, ruleId, address, range } = violation
  const mark = severity === 'error' ? style.error('✗') : style.warning('!')
  const place = cutMiddle(visible(placeText(range, page.path)), width - ruleId.length - 6)
  const keys = lackedKeys(violation)
  const stakes = stakesText(violation, owners)
  const what = visible(keys ? `${address} lacks ${keys.join(', ')}` : messageOf(violation))
  return [
    `${mark} ${style.place(place)} ${style.quiet(`[${ruleId}]`)}`,
    ...hang('  ', what, width),
    ...(stakes ? [`  ${style.warning(stakes)}`] : []),
  ]
}
