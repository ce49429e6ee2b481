import { DIMENSIONS } from '../../../domain/owner.ts'
import type { InspectedResource } from '../../../review/inspection.ts'
import { locate, type Range } from '../../../source/source-file.ts'
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

function placeOf(range: Range, page: Page): string {
  const { path, line } = locate(range)
  return `${page.path(path)}:${line}`
}
