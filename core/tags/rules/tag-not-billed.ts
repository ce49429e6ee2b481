import type { TagKey } from '../../config/tag-schema.ts'
import { quote } from '../../config/wording.ts'
import { sum, ZERO } from '../../domain/money.ts'
import { required } from './required.ts'
import type { CheckedLine, CheckedTags, TagRule } from './tag-rule.ts'

export const tagNotBilled: TagRule = {
  id: 'tag-not-billed',
  severity: 'warning',
  summary: 'A tag that is written on a resource reaches the bill of what the resource costs.',
  *check(checked) {
    const asked = wanted(checked)
    const lost = checked.billed.flatMap((line) => lostTags(line, asked, checked))
    const inactive = notActivated(asked, checked)
    if (lost.length === 0 && inactive.length === 0) return
    const { address } = checked.resource
    const lines = grouped(lost).map(({ names, whats, remedies }) => {
      const isOne = names.length === 1
      const what = `the ${isOne ? 'tag' : 'tags'} ${names.map(quote).join(', ')} of ${address}`
      const how = isOne ? remedies.map((remedy) => remedy.replace(/\bthem\b/, 'it')) : remedies
      return `${what} ${isOne ? 'does' : 'do'} not reach the bill of its ${whats.join(' and ')}. ${how.join('; ')}`
    })
    yield {
      message: [...lines, ...inactive].join('; '),
      ...(inactive.length === 0 && { cost: sum(lost.map(({ line }) => line.cost)) }),
    }
  },
}

interface LostTags {
  readonly line: CheckedLine
  /** As they are spelled on the resource. */
  readonly names: readonly string[]
}

/** Tags that are on the resource, and that a line certainly does not show. Parts that cost nothing are left out. */
function lostTags(
  line: CheckedLine,
  asked: readonly TagKey[],
  { tagFor, notActivated }: CheckedTags,
): LostTags[] {
  if (!line.isMain && line.cost === ZERO) return []
  const names = asked.flatMap(({ key }) => {
    const tag = tagFor(key)
    const isLost = tag && notActivated(tag.key) === undefined && line.shows(key) === false
    return isLost ? [tag.key] : []
  })
  return names.length > 0 ? [{ line, names }] : []
}

/** The keys that a bill is read by: who it is, and what is required. When a resource ends is no business of the bill's. */
function wanted(checked: CheckedTags): readonly TagKey[] {
  const { keys, dimensions } = checked.schema
  const asked = new Set(Object.values(dimensions))
  return keys.filter((key) => key.type !== 'date' && (asked.has(key.key) || required(key, checked)))
}

/** Lines that lose the same tags are told in one sentence. */
function grouped(lost: readonly LostTags[]) {
  const groups = new Map<string, { names: readonly string[]; whats: string[]; remedies: string[] }>()
  for (const { line, names } of lost) {
    const key = JSON.stringify(names)
    const group = groups.get(key) ?? { names, whats: [], remedies: [] }
    group.whats.push(line.what)
    if (!group.remedies.includes(line.remedy)) group.remedies.push(line.remedy)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function notActivated(asked: readonly TagKey[], { tagFor, notActivated }: CheckedTags): readonly string[] {
  return asked.flatMap(({ key }) => {
    const tag = tagFor(key)
    const because = tag && notActivated(tag.key)
    return because === undefined ? [] : [`the tag ${quote(tag!.key)} is not on the bill: ${because}`]
  })
}
