import { nearest } from '../config/nearest.ts'
import { identityOf } from '../domain/address.ts'
import { toPlain } from '../domain/plain.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag } from '../domain/tag.ts'
import { isMapping } from '../domain/value.ts'
import { labelTexts, scalarText } from '../kubernetes/index.ts'
import type { Inspection } from '../review/inspection.ts'
import type { Range } from '../source/source-file.ts'
import { applyEdits, type SourceEdit } from '../terraform/edits/index.ts'
import type { LabelFixRequest } from './label-fixes.ts'
import { alsoText } from './tag-edits.ts'
import { shown, type TagFix } from './tag-fix.ts'
import { isSame } from './tag-trial.ts'

export interface RelabelRequest extends Omit<LabelFixRequest, 'labels'> {
  /** As the object has it. */
  readonly tag: Tag
  readonly part: 'key' | 'value'
  /** What is to stand in its place. */
  readonly wanted: string
}

/** Whether a tag is written in YAML, where labels are replaced as text. */
export function isInYaml({ origins }: Tag): boolean {
  return origins.length > 0 && origins.every(({ range }) => /\.ya?ml$/.test(range.source.path))
}

/**
 * Gives a label of an object and of its pods another key or value, where it is simply written. Tried: the object has
 * what is wanted then and all else as it was. Never a label that the object selects its pods by.
 */
export function relabelFix(request: RelabelRequest): TagFix | undefined {
  const { inspected, tag, part, wanted, read, before, after } = request
  if (tag.value.kind !== 'string' || tag.value.sensitive) return undefined
  if (isSelectedBy(inspected.resource, tag.key)) return undefined
  const edits = editsOf(request, tag.value.value)
  const paths = new Set(edits?.map(({ path }) => path))
  const [path] = paths
  const text = path === undefined ? undefined : read(path)
  if (!edits || path === undefined || text === undefined || paths.size > 1) return undefined
  if (written(inspected.resource, tag).some(({ source }) => source.text !== text)) return undefined
  const changed = applyEdits(text, edits)
  if (changed === undefined) return undefined
  const others = outcome(before(path), after(path, changed), request)
  if (others === undefined) return undefined
  const was = part === 'key' ? `label ${JSON.stringify(tag.key)}` : JSON.stringify(tag.value.value)
  const title = `${part === 'key' ? 'Rename' : 'Change'} ${was} to ${JSON.stringify(wanted)}`
  // Of several values that are allowed, one may be what was meant.
  const isPreferred = part === 'key' || nearest(tag.value.value, [wanted]) === wanted
  return { title: title + alsoText(others), edits: shown(edits), isPreferred }
}

/** Where a tag of an object is written: in each template of its pods that has it. */
function written({ workload }: Resource, tag: Tag): readonly Range[] {
  const ofPods = (workload?.podGroups ?? []).flatMap(({ labels }) => {
    const label = labels.entries.get(tag.key)
    return label?.origins?.slice(0, 1) ?? []
  })
  return ofPods.length > 0 ? ofPods : tag.origins.slice(0, 1).map(({ range }) => range)
}

/** Undefined where one of the places is not simply written. */
function editsOf(
  { inspected, tag, part, wanted }: RelabelRequest,
  value: string,
): readonly SourceEdit[] | undefined {
  const edits = new Map<string, SourceEdit>()
  for (const range of written(inspected.resource, tag)) {
    const texts = labelTexts(range, tag.key, value)
    if (!texts) return undefined
    const { source, start, end } = texts[part]
    const piece = scalarText([wanted]).text!
    edits.set(`${source.path}:${start}`, { path: source.path, start, end, pieces: [piece] })
  }
  return [...edits.values()]
}

function isSelectedBy({ attributes }: Resource, key: string): boolean {
  const spec = attributes.entries.get('spec')
  const selector = spec && isMapping(spec) ? spec.entries.get('selector') : undefined
  return selector !== undefined && JSON.stringify(toPlain(selector)).includes(JSON.stringify(key))
}

/** How many other objects get the same; undefined where anything else becomes of any of them. */
function outcome(
  before: Inspection,
  after: Inspection,
  { inspected, tag, part, wanted }: RelabelRequest,
): number | undefined {
  if (after.problems.length > before.problems.length) return undefined
  const now = new Map(after.resources.map((one) => [identityOf(one.resource), one.tags]))
  let others = 0
  let isDone = false
  for (const { resource, tags: was } of before.resources) {
    if (was.kind !== 'taggable') continue
    const is = now.get(identityOf(resource))
    if (is?.kind !== 'taggable' || is.tags.tags.size !== was.tags.tags.size) return undefined
    let isChanged = false
    for (const [key, { value }] of was.tags.tags) {
      const same = is.tags.tags.get(key)
      if (same && isSame(value, same.value)) continue
      const relabelled = is.tags.tags.get(part === 'key' ? wanted : key)?.value
      const expected = part === 'key' ? value : { ...tag.value, value: wanted }
      if (key !== tag.key || !relabelled || !isSame(relabelled, expected as typeof value)) return undefined
      isChanged = true
    }
    if (identityOf(resource) === identityOf(inspected.resource)) isDone = isChanged
    else if (isChanged) others++
  }
  return isDone ? others : undefined
}
