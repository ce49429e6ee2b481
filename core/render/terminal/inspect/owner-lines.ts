import { DIMENSIONS } from '../../../domain/owner.ts'
import type { InspectedResource } from '../../../review/inspection.ts'
import { locate, type Range } from '../../../source/source-file.ts'
import { amountText } from '../../amounts/amount.ts'
import { counted } from '../../text/counted.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import type { Page } from '../page.ts'

const WORDS = {
  tag: 'by its tags',
  declared: 'declared',
  catalogue: 'by the catalogue',
  'written-tag': 'by tags that do not reach the bill',
} as const

/** What a reader of the tags would not guess of the owner: who else says so, and which names labels stand for. */
export function ownerLines({ owner }: InspectedResource, page: Page): readonly string[] {
  return DIMENSIONS.flatMap((dimension) => {
    const answer = owner[dimension]
    if (answer.kind !== 'known') return []
    const { kind, range, spelled } = answer.from
    if (kind === 'tag' && spelled === undefined) return []
    const name = `${dimension === 'costCenter' ? 'cost center' : dimension} ${visible(answer.value)}`
    const how = spelled === undefined ? WORDS[kind] : `spelled ${visible(spelled)}`
    return hang('  owner: ', `${name}, ${how}${range ? ` (${placeOf(range, page)})` : ''}`, page.width)
  })
}

/** When it ends, and what it costs until then. */
export function lifetimeLines(
  { lifetime, cost }: InspectedResource,
  sign: string,
  page: Page,
): readonly string[] {
  if (!lifetime) return []
  const { expiresOn, daysLeft, costUntilThen } = lifetime
  const when = daysLeft < 0 ? `${counted(-daysLeft, 'day')} ago` : `in ${counted(daysLeft, 'day')}`
  const money = cost > 0 && daysLeft >= 0 ? `: ${amountText(costUntilThen, sign)} until then` : ''
  return hang('  ', `ends on ${expiresOn}, ${when}${money}`, page.width)
}

function placeOf(range: Range, page: Page): string {
  const { path, line } = locate(range)
  return `${page.path(path)}:${line}`
}
