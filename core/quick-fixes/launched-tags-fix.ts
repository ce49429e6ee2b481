import type { TagSchema } from '../config/tag-schema.ts'
import { identityOf } from '../domain/address.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag } from '../domain/tag.ts'
import type { Expression } from '../hcl/syntax.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { type BilledLine, billedTags } from '../tags/billed-tags.ts'
import { type EffectiveTags, effectiveTags } from '../tags/effective-tags.ts'
import { findTag } from '../tags/find-tag.ts'
import { taggabilityOf } from '../tags/taggability/taggability.ts'
import {
  blockAt,
  type Entries,
  isEditable,
  type NestedTags,
  nestedTags,
  type SourceEdit,
} from '../terraform/edits/index.ts'
import type { ConfigurationLoader, ProjectSpec } from '../terraform/index.ts'
import { type LaunchedPlace, launchedPlace } from './launched-places.ts'
import { alsoText } from './tag-edits.ts'
import { shown, type TagFix } from './tag-fix.ts'
import { isSame, type Outcome, Trial } from './tag-trial.ts'

export interface LaunchedTagRequest {
  readonly inspected: Pick<InspectedResource, 'resource'>
  readonly loader: ConfigurationLoader
  readonly schema: TagSchema
  readonly projectsReading: (path: string) => readonly ProjectSpec[]
}

/**
 * Writes the tags of a resource where what it starts gets them from: `tag_specifications` of its launch template, the
 * tags of a block, `volume_tags`. One fix for each line of the bill that lacks them. Each was applied to the text and
 * evaluated again: the bill shows these values then, and no bill and no resource has another one than before.
 */
export function launchedTagFixes(request: LaunchedTagRequest): readonly TagFix[] {
  const { inspected, loader, projectsReading } = request
  const { resource } = inspected
  const own = new Trial(loader, projectsReading(resource.range.source.path)).before
  const graph = own.graphOf(resource.project)
  const found = own.find(resource)
  if (!found) return []
  return linesOf(found, own).flatMap((line) => {
    const lost = lostTags(own.tagsOf(found), line, request.schema)
    const place = lost.length > 0 ? launchedPlace(found, graph, line.what) : undefined
    const fix = place && launchedTagFix(request, place, line.what, lost)
    return fix ? [fix] : []
  })
}

function launchedTagFix(
  { inspected: { resource }, loader, projectsReading }: LaunchedTagRequest,
  place: LaunchedPlace,
  what: string,
  lost: readonly Tag[],
): TagFix | undefined {
  const { range, address } = place.resource
  if (!isEditable(range)) return undefined
  const trial = new Trial(loader, projectsReading(range.source.path))
  for (const tags of waysToWrite(place, loader, lost)) {
    const edits = writtenAt(place, loader, tags)
    const outcome = edits && trial.of(edits)
    const others = outcome && reached({ trial, outcome, resource, what, lost })
    if (!edits || others === undefined) continue
    const names = lost.map(({ key }) => `"${key}"`).join(', ')
    const where = address === resource.address ? '' : ` in ${address}`
    const title = `Add ${names} to the ${what} of ${resource.address}${where}${alsoText(others)}`
    return { title, edits: shown(edits), isPreferred: true }
  }
  return undefined
}

/** As the resource that it is written in writes its own, where it takes them from a local or variable; else one by one. */
function waysToWrite(place: LaunchedPlace, loader: ConfigurationLoader, lost: readonly Tag[]): NestedTags[] {
  const entries: Entries = lost.flatMap(({ key, value }) =>
    value.kind === 'string' && !value.sensitive ? [[key, value.value] as const] : [],
  )
  const base = sharedTags(place, loader)
  return [...(base === undefined ? [] : [base]), ...(entries.length === lost.length ? [entries] : [])]
}

function sharedTags({ resource }: LaunchedPlace, loader: ConfigurationLoader): string | undefined {
  const found = blockAt(loader, resource.range)
  const taggability = taggabilityOf(resource.type, resource.provider.source)
  const name =
    taggability.kind === 'taggable' && taggability.path.length === 1 ? taggability.path[0] : undefined
  const written = found?.block.body.attributes.find((attribute) => attribute.name === name)
  if (!found || !written || !isShared(written.value)) return undefined
  return found.file.source.text.slice(written.value.start, written.value.end)
}

function isShared(expression: Expression): boolean {
  if (expression.kind !== 'attribute') return false
  const { object } = expression
  return object.kind === 'variable' && (object.name === 'local' || object.name === 'var')
}

function writtenAt(
  { resource, placement }: LaunchedPlace,
  loader: ConfigurationLoader,
  tags: NestedTags,
): readonly SourceEdit[] | undefined {
  const found = blockAt(loader, resource.range)
  return found && nestedTags(found.file, found.block.body, placement, tags)
}

interface Reached {
  readonly trial: Trial
  readonly outcome: Outcome
  readonly resource: Resource
  readonly what: string
  readonly lost: readonly Tag[]
}

/** How many others get tags by it; undefined where the line lacks any, or a line or a resource has another value. */
function reached({ trial, outcome, resource, what, lost }: Reached): number | undefined {
  const { before } = trial
  if (outcome.changes(before).length > 0) return undefined
  const after = outcome.find(resource)
  const line = after && linesOf(after, outcome).find((each) => each.what === what)
  if (!line || !lost.every(({ key, value }) => shows(line.tags, key, value))) return undefined
  const others = new Set<string>()
  for (const one of before.resources) {
    const now = outcome.find(one)
    if (!now) return undefined
    const lines = linesOf(now, outcome)
    for (const [index, was] of linesOf(one, before).entries()) {
      const is = lines[index]?.tags
      if (!is || !keeps(was.tags, is)) return undefined
      if (sizeOf(is) === sizeOf(was.tags) || identityOf(one) === identityOf(resource)) continue
      // Another that is started from the same template, and is somebody else's.
      if (!lost.every(({ key, value }) => agrees(before.tagsOf(one), key, value))) return undefined
      others.add(identityOf(one))
    }
  }
  return others.size
}

function linesOf(resource: Resource, outcome: Outcome): readonly BilledLine[] {
  return billedTags(resource, {
    graph: outcome.graphOf(resource.project),
    effectiveOf: (one) => outcome.tagsOf(one) ?? effectiveTags(one, () => 'other'),
    originOf: () => 'other',
    notActivated: () => undefined,
    azureTagInheritance: false,
  })
}

/** The tags that attribution asks for, that the resource has, and that a line certainly does not show. */
function lostTags(own: EffectiveTags | undefined, { tags }: BilledLine, schema: TagSchema): readonly Tag[] {
  if (own?.kind !== 'taggable' || tags.kind !== 'taggable' || tags.tags.open) return []
  const asked = new Set(Object.values(schema.dimensions))
  return schema.keys
    .filter(
      ({ key, type, required, requiredWhen }) =>
        type !== 'date' && (asked.has(key) || required || requiredWhen),
    )
    .flatMap(({ key }) => (findTag(tags, key, schema) ? [] : (findTag(own, key, schema) ?? [])))
}

function shows(tags: EffectiveTags, key: string, value: Tag['value']): boolean {
  const now = tags.kind === 'taggable' ? tags.tags.tags.get(key)?.value : undefined
  return now !== undefined && isSame(now, value)
}

/** Whether a resource has no other value of a tag. */
function agrees(tags: EffectiveTags | undefined, key: string, value: Tag['value']): boolean {
  const own = tags?.kind === 'taggable' ? tags.tags.tags.get(key)?.value : undefined
  return own === undefined || isSame(own, value)
}

function keeps(was: EffectiveTags, is: EffectiveTags): boolean {
  if (was.kind !== 'taggable' || is.kind !== 'taggable') return was.kind === is.kind
  return [...was.tags.tags].every(([key, { value }]) => shows(is, key, value))
}

function sizeOf(tags: EffectiveTags): number {
  return tags.kind === 'taggable' ? tags.tags.tags.size : 0
}
