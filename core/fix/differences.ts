import { quote } from '../config/wording.ts'
import { identityOf } from '../domain/address.ts'
import type { Finding } from '../domain/finding.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag } from '../domain/tag.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'
import { valueAt } from '../topology/value-at.ts'
import { sameButTags } from './same-but-tags.ts'

/** What the tags of a resource may become: anything else is a mistake. */
export interface Intended {
  /** Spelled key → the value it may get where the resource does not have it. */
  readonly added: ReadonlyMap<string, string>
  /** Keys that may go, since they are renamed. */
  readonly renamed: ReadonlySet<string>
  /** Spelled key → the value that it may have in place of its own. */
  readonly replaced: ReadonlyMap<string, string>
}

/** Something that edits change and nobody asked for. */
export interface Difference {
  readonly address: string
  /** The tag that it is about, as it is spelled there. */
  readonly key: string | undefined
  readonly because: string
}

/** These tell that a fix is not yet whole; that what it did is wrong they do not. */
const FOLLOW_UPS: ReadonlySet<string> = new Set(['missing-tag', 'tag-not-billed', 'unknown-tags'])

export function idOf({ resource }: Pick<InspectedResource, 'resource'>): string {
  return identityOf(resource)
}

/** Everything that is not as it was, and not as it is intended. `isWritten` knows the tags that edits write. */
export function differences(
  before: Inspection,
  after: Inspection,
  intendedOf: (id: string) => Intended,
  isWritten: (key: string, value: string) => boolean,
): readonly Difference[] {
  const found: Difference[] = []
  const were = new Map(before.resources.map((one) => [idOf(one), one]))
  const are = new Map(after.resources.map((one) => [idOf(one), one]))
  for (const [id, was] of were) {
    const { address } = was.resource
    const is = are.get(id)
    if (!is) found.push({ address, key: undefined, because: `${address} would be gone` })
    else found.push(...changesOf(was, is, intendedOf(id)))
  }
  for (const [id, { resource }] of are)
    if (!were.has(id) && !isOneOf(resource, isWritten))
      found.push({ address: resource.address, key: undefined, because: `${resource.address} would be new` })
  if (after.problems.length > before.problems.length) {
    const known = new Set(before.problems.map(({ message }) => message))
    const message = after.problems.find((problem) => !known.has(problem.message))?.message ?? 'a file'
    found.push({ address: '', key: undefined, because: `it could not be read any more: ${message}` })
  }
  if (after.notLoaded.length !== before.notLoaded.length)
    found.push({ address: '', key: undefined, because: 'modules would be others' })
  const known = new Set(before.findings.map(findingId))
  for (const finding of after.findings)
    if (finding.severity !== 'hint' && !FOLLOW_UPS.has(finding.ruleId) && !known.has(findingId(finding)))
      found.push({ address: finding.address, key: finding.key, because: `then ${finding.message}` })
  return found
}

/** Some modules make a resource for each tag, to tag what is not theirs. */
const TAGGING = new Set([
  'aws_autoscaling_group_tag',
  'aws_dynamodb_tag',
  'aws_ec2_tag',
  'aws_ecs_tag',
  'aws_transfer_tag',
])

function isOneOf(
  { type, attributes }: Resource,
  isWritten: (key: string, value: string) => boolean,
): boolean {
  if (!TAGGING.has(type)) return false
  const nested = type === 'aws_autoscaling_group_tag' ? 'tag.' : ''
  const key = valueAt(attributes, `${nested}key`)
  const value = valueAt(attributes, `${nested}value`)
  return key.kind === 'string' && value.kind === 'string' && isWritten(key.value, value.value)
}

function findingId(finding: Finding): string {
  return `${identityOf(finding)}\n${finding.ruleId}\n${finding.key ?? ''}`
}

function changesOf(was: InspectedResource, is: InspectedResource, intended: Intended): readonly Difference[] {
  const { address } = was.resource
  const wrong = (because: string, key?: string): Difference => ({ address, key, because })
  const changes = [...tagChanges(was, is, intended)]
  if (!sameButTags(was.resource, is.resource))
    changes.push(wrong(`something else of ${address} would change`))
  if (was.cost !== is.cost || was.estimate.kind !== is.estimate.kind)
    changes.push(wrong(`the cost of ${address} would change`))
  return changes
}

function tagChanges(
  was: InspectedResource,
  is: InspectedResource,
  intended: Intended,
): readonly Difference[] {
  const { address } = was.resource
  if (was.tags === is.tags) return []
  if (was.tags.kind !== 'taggable' || is.tags.kind !== 'taggable')
    return was.tags.kind === is.tags.kind
      ? []
      : [{ address, key: undefined, because: `${address} would be tagged in another way` }]
  const before = tagsOf(was.tags)
  const after = tagsOf(is.tags)
  const found: Difference[] = []
  const say = (key: string, because: string) => found.push({ address, key, because })
  for (const [key, tag] of before) {
    const now = after.get(key)
    if (!now) {
      if (!intended.renamed.has(key)) say(key, `${address} would lose "${key}"`)
    } else if (!isSame(tag, now) && textOf(now) !== intended.replaced.get(key))
      say(key, `"${key}" of ${address} would change`)
  }
  for (const [key, tag] of after)
    if (!before.has(key)) {
      const text = textOf(tag)
      // Below a map that cannot be read in full, it may be another's and stay.
      const isHidden = text === undefined && was.tags.tags.open !== undefined && intended.added.has(key)
      if (!isHidden && (text === undefined || text !== intended.added.get(key))) {
        const value = text === undefined ? 'a value that is not known' : quote(text)
        const wanted = intended.added.get(key)
        const instead = wanted === undefined ? 'nothing asks for it' : `${quote(wanted)} is meant`
        say(key, `${address} would have ${value} for "${key}", and ${instead}`)
      }
    }
  if ((was.tags.tags.open === undefined) !== (is.tags.tags.open === undefined))
    found.push({ address, key: undefined, because: `the tags of ${address} could not be told any more` })
  return found
}

function tagsOf({ tags }: Extract<EffectiveTags, { kind: 'taggable' }>): ReadonlyMap<string, Tag> {
  return tags.tags
}

function textOf({ value }: Tag): string | undefined {
  return value.kind === 'string' ? value.value : undefined
}

function isSame(a: Tag, b: Tag): boolean {
  return a.value.kind === b.value.kind && textOf(a) === textOf(b)
}
