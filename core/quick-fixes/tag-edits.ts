import { identityOf } from '../domain/address.ts'
import type { Resource } from '../domain/resource.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { type Taggability, taggabilityOf } from '../tags/taggability/taggability.ts'
import {
  type Entries,
  type Place,
  plainText,
  type SnippetChoice,
  stringContent,
  tagPlaces,
} from '../terraform/edits/index.ts'
import type { ConfigurationLoader, ProjectSpec } from '../terraform/index.ts'
import { shown, type TagFix } from './tag-fix.ts'
import { isSame, type Outcome, Trial } from './tag-trial.ts'

export interface TagEditRequest {
  readonly inspected: Pick<InspectedResource, 'resource'>
  readonly loader: ConfigurationLoader
  /** Every root module that reads the resource's files; the one it belongs to is found by its id. */
  readonly projects: readonly ProjectSpec[]
  /** What is missing, in the order to write it. */
  readonly tags: ReadonlyMap<string, string | SnippetChoice>
  /** In the resource's own block only, or only where it shares tags with others. Default: both, its own first. */
  readonly style?: 'own' | 'shared'
}

/**
 * Ways to write missing tags, the best first. Each was applied to the text, read again and evaluated again: it gives
 * the resource exactly these tags, and what it changes of other resources is in its title.
 */
export function tagEdits(request: TagEditRequest): readonly TagFix[] {
  const { inspected, loader, projects, tags, style } = request
  const { resource } = inspected
  const spec = projects.find(({ id }) => id === resource.project)
  const taggability = taggabilityOf(resource.type, resource.provider.source)
  if (!spec || tags.size === 0 || taggability.kind !== 'taggable') return []
  const trial = new Trial(loader, projects)
  const places = tagPlaces({
    resource,
    loader,
    spec,
    placement: taggability,
    carries: carriesLike(taggability, resource),
  })
  const fixes: TagFix[] = []
  for (const place of places) {
    if (style === 'own' ? place.kind !== 'own' : style === 'shared' && place.kind === 'own') continue
    if (place.kind === 'own' && fixes.length > 0) continue // another way to write the same
    const entries = place.kind === 'provider' ? trial.unused([...tags], resource) : [...tags]
    const fix = entries.length > 0 && tried(trial, resource, place, entries)
    if (fix) fixes.push({ ...fix, isPreferred: fixes.length === 0 })
  }
  return fixes
}

/** Whether another type's tags are written at the same place: its blocks show how it is done here. */
function carriesLike({ path }: Extract<Taggability, { kind: 'taggable' }>, { provider }: Resource) {
  return (type: string): boolean => {
    const other = taggabilityOf(type, provider.source)
    return other.kind === 'taggable' && other.path.join('.') === path.join('.') && other.style === 'map'
  }
}

function tried(
  trial: Trial,
  resource: Resource,
  place: Place,
  wanted: Entries,
): Omit<TagFix, 'isPreferred'> | undefined {
  let entries = wanted
  if (place.base !== undefined) {
    const alone = place.write([])
    const after = alone && trial.of(alone)?.tagsOf(resource)
    if (after?.kind !== 'taggable' || after.tags.open) return undefined
    entries = wanted.filter(([key]) => !after.tags.tags.has(key))
  }
  const edits = place.write(entries)
  const outcome = edits && trial.of(edits)
  if (!edits || !outcome || !brings({ outcome, trial, resource, place, wanted, written: entries }))
    return undefined
  const others = outcome.changes(trial.before).filter(({ key }) => key !== identityOf(resource))
  if (!others.every(({ onlyAdds }) => onlyAdds)) return undefined
  const what = entries.length > 0 ? listed(entries.map(([key]) => key)) : place.base
  return { title: `Add ${what} to ${place.name}${alsoText(others.length)}`, edits: shown(edits) }
}

/** Whether the resource has what it had, what was written as written, and what else was wanted in some form. */
function brings({
  outcome,
  trial,
  resource,
  place,
  wanted,
  written,
}: {
  readonly outcome: Outcome
  readonly trial: Trial
  readonly resource: Resource
  readonly place: Place
  readonly wanted: Entries
  readonly written: Entries
}): boolean {
  const before = trial.before.tagsOf(resource)
  const after = outcome.tagsOf(resource)
  if (before?.kind !== 'taggable' || after?.kind !== 'taggable') return false
  const expected = new Map(written.map(([key, value]) => [key, plainText([{ value }])]))
  for (const [key, { value }] of before.tags.tags)
    if (!expected.has(key)) {
      const now = after.tags.tags.get(key)?.value
      if (!now || !isSame(value, now)) return false
    }
  for (const [key] of wanted) {
    const value = after.tags.tags.get(key)?.value
    if (value?.kind !== 'string') return false
    const asWritten = expected.get(key)
    if (asWritten !== undefined && stringContent(value.value) !== asWritten) return false
  }
  // Only what the neighbours share brings further tags along.
  return place.base !== undefined || after.tags.tags.size <= before.tags.tags.size + wanted.length
}

/** What a title says of the other resources whose tags become others. */
export function alsoText(count: number): string {
  return count === 0 ? '' : ` (also tags ${count} other ${count === 1 ? 'resource' : 'resources'})`
}

const MAX_LISTED = 3

function listed(keys: readonly string[]): string {
  const quoted = keys.slice(0, MAX_LISTED).map((key) => `"${key}"`)
  const more = keys.length - quoted.length
  return quoted.join(', ') + (more > 0 ? ` and ${more} more ${more === 1 ? 'tag' : 'tags'}` : '')
}
