import { identityOf } from '../domain/address.ts'
import type { PodGroup } from '../domain/workload.ts'
import { labelEdits, labelOwners } from '../kubernetes/index.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import { SourceFile } from '../source/source-file.ts'
import { applyEdits, type SnippetChoice } from '../terraform/edits/index.ts'
import { alsoText } from './tag-edits.ts'
import { shown, type TagFix } from './tag-fix.ts'
import { isSame } from './tag-trial.ts'

export interface LabelFixRequest {
  readonly inspected: InspectedResource
  /** What is missing, as it is spelled on a label, in the order to write it. */
  readonly labels: ReadonlyMap<string, string | SnippetChoice>
  /** The text of a file as it is. */
  readonly read: (path: string) => string | undefined
  /** Everything that reads a file, as it is and with another text in its place. */
  readonly before: (path: string) => Inspection
  readonly after: (path: string, text: string) => Inspection
}

/**
 * Writes missing labels to the pod templates that lack them. It was applied to the text and read again: the object has
 * these labels then, and all that it had; what other objects get is in the title.
 */
export function labelFixes({ inspected, labels, read, before, after }: LabelFixRequest): readonly TagFix[] {
  const { resource } = inspected
  const groups = resource.workload?.podGroups ?? []
  const edits = labelOwners(resource).flatMap(({ group, range, path: to }) => {
    const entries = [...labels]
      .filter(([key]) => !group.labels.entries.has(key))
      .map(([key, value]) => [key, ofSiblings(key, groups) ?? value] as const)
    return (entries.length > 0 && labelEdits(range, entries, to)) || []
  })
  const paths = new Set(edits.map(({ path }) => path))
  const [path] = paths
  // Templates of one object are in one file, unless an overlay patches them: then there is no one place.
  if (path === undefined || paths.size > 1) return []
  const source = new SourceFile(path, read(path) ?? '')
  const distinct = edits.filter(
    (edit, index) => edits.findIndex(({ start }) => start === edit.start) === index,
  )
  const text = applyEdits(source.text, distinct)
  if (text === undefined) return []
  const others = outcome(before(path), after(path, text), inspected, labels)
  if (others === undefined) return []
  const names = [...labels.keys()].map((key) => `"${key}"`)
  const listed =
    names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
  const title = `Add ${listed} to the pods of ${resource.address}${alsoText(others)}`
  return [{ title, edits: shown(distinct), isPreferred: true }]
}

/** What the other pods of the object say: they belong to one owner. */
function ofSiblings(key: string, groups: readonly PodGroup[]): string | undefined {
  for (const { labels } of groups) {
    const value = labels.entries.get(key)
    if (value?.kind === 'string') return value.value
  }
  return undefined
}

/** How many other objects get other tags; undefined where the object does not get what it should. */
function outcome(
  before: Inspection,
  after: Inspection,
  { resource }: InspectedResource,
  labels: LabelFixRequest['labels'],
): number | undefined {
  const key = (one: InspectedResource) => identityOf(one.resource)
  const own = identityOf(resource)
  const were = new Map(before.resources.map((one) => [key(one), one.tags]))
  if (after.problems.length > before.problems.length) return undefined
  let others = 0
  let isDone = false
  for (const one of after.resources) {
    const was = were.get(key(one))
    if (was?.kind !== 'taggable' || one.tags.kind !== 'taggable') continue
    const now = one.tags.tags.tags
    for (const [name, { value }] of was.tags.tags) {
      const kept = now.get(name)
      if (!kept || !isSame(value, kept.value)) return undefined
    }
    if (key(one) === own) isDone = [...labels.keys()].every((name) => now.get(name)?.value.kind === 'string')
    else if (now.size > was.tags.tags.size) others++
  }
  return isDone ? others : undefined
}
