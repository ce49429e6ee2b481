import type { Resource } from './domain/resource.ts'
import type { Value } from './domain/value.ts'
import type { InspectedResource } from './review/inspection.ts'
import type { SourceTree } from './source/source-tree.ts'
import { type EffectiveTags, effectiveTags } from './tags/effective-tags.ts'
import { type Taggability, taggabilityOf } from './tags/taggability/taggability.ts'
import {
  applyEdits,
  type Entries,
  inOrder,
  isChosen,
  type Place,
  plainText,
  type SnippetChoice,
  type SourceEdit,
  snippetText,
  stringContent,
  tagPlaces,
} from './terraform/edits/index.ts'
import { ConfigurationLoader, type LoadedProject, loadProject, type ProjectSpec } from './terraform/index.ts'

/** One replacement in a file. */
export interface TagEdit {
  readonly path: string
  /** UTF-16 offsets, end exclusive. */
  readonly range: { readonly start: number; readonly end: number }
  /** In the snippet syntax of the Language Server Protocol where `isSnippet`. */
  readonly newText: string
  readonly isSnippet: boolean
  /** The same with the first choices in place. */
  readonly plainText: string
}

/** A way to bring tags to a resource, tried on a copy of the files before it is offered. */
export interface TagFix {
  /** e.g. `Add "team", "model_id" to aws_instance.train` */
  readonly title: string
  readonly edits: readonly TagEdit[]
  readonly isPreferred: boolean
}

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
  const others = outcome.changed(trial.before).filter((key) => key !== keyOf(resource)).length
  const also = others === 0 ? '' : ` (also tags ${others} other ${others === 1 ? 'resource' : 'resources'})`
  const what = entries.length > 0 ? listed(entries.map(([key]) => key)) : place.base
  return { title: `Add ${what} to ${place.name}${also}`, edits: shown(edits) }
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

/** In the order of the text, with consecutive tab stops. */
function shown(edits: readonly SourceEdit[]): readonly TagEdit[] {
  let stop = 1
  return inOrder(edits).map(({ path, start, end, pieces }) => {
    const isSnippet = isChosen(pieces)
    const plain = plainText(pieces)
    const newText = isSnippet ? snippetText(pieces, stop) : plain
    stop += pieces.filter((piece) => typeof piece !== 'string').length
    return { path, range: { start, end }, newText, isSnippet, plainText: plain }
  })
}

const MAX_LISTED = 3

function listed(keys: readonly string[]): string {
  const quoted = keys.slice(0, MAX_LISTED).map((key) => `"${key}"`)
  const more = keys.length - quoted.length
  return quoted.join(', ') + (more > 0 ? ` and ${more} more ${more === 1 ? 'tag' : 'tags'}` : '')
}

/** Files as they are, and what becomes of the resources where edits are applied to them. */
class Trial {
  readonly #loader: ConfigurationLoader
  readonly #projects: readonly ProjectSpec[]
  #before: Outcome | undefined

  constructor(loader: ConfigurationLoader, projects: readonly ProjectSpec[]) {
    this.#loader = loader
    this.#projects = projects
  }

  get before(): Outcome {
    this.#before ??= new Outcome(this.#loader, this.#projects)
    return this.#before
  }

  /** Undefined where the edits meet each other, or make a file worse to read. */
  of(edits: readonly SourceEdit[]): Outcome | undefined {
    const changed = new Map<string, string>()
    for (const path of new Set(edits.map((edit) => edit.path))) {
      const file = this.#loader.file(path)
      const text =
        file &&
        applyEdits(
          file.source.text,
          edits.filter((edit) => edit.path === path),
        )
      if (text === undefined) return undefined
      changed.set(path, text)
    }
    const loader = new ConfigurationLoader(over(this.#loader.tree, changed))
    for (const path of changed.keys()) {
      const problems = loader.file(path)?.problems.length ?? 1
      if (problems > this.#loader.file(path)!.problems.length) return undefined
    }
    const outcome = new Outcome(loader, this.#projects)
    return outcome.problems > this.before.problems ? undefined : outcome
  }

  /** Those of the tags that no resource of the same provider has yet. */
  unused(entries: Entries, { provider }: Resource): Entries {
    const used = this.before.keysOf(provider.name)
    return entries.filter(([key]) => !used.has(key))
  }
}

/** The tags of all resources of some projects. */
class Outcome {
  readonly #projects: readonly LoadedProject[]
  readonly #tags = new Map<string, EffectiveTags>()
  readonly #resources: readonly Resource[]

  constructor(loader: ConfigurationLoader, projects: readonly ProjectSpec[]) {
    this.#projects = projects.map((spec) => loadProject(loader, spec))
    this.#resources = this.#projects.flatMap(({ resources }) => resources)
    for (const resource of this.#resources)
      this.#tags.set(
        keyOf(resource),
        effectiveTags(resource, () => 'other'),
      )
  }

  get problems(): number {
    return this.#projects.reduce((count, { problems }) => count + problems.length, 0)
  }

  tagsOf(resource: Resource): EffectiveTags | undefined {
    return this.#tags.get(keyOf(resource))
  }

  keysOf(provider: string): ReadonlySet<string> {
    const keys = new Set<string>()
    for (const resource of this.#resources) {
      const tags = resource.provider.name === provider ? this.tagsOf(resource) : undefined
      if (tags?.kind === 'taggable') for (const key of tags.tags.tags.keys()) keys.add(key)
    }
    return keys
  }

  /** Resources whose tags are not what they were. */
  changed(before: Outcome): readonly string[] {
    const keys = new Set([...this.#tags.keys(), ...before.#tags.keys()])
    return [...keys].filter((key) => !hasSameTags(this.#tags.get(key), before.#tags.get(key)))
  }
}

function keyOf({ project, address }: Resource): string {
  return `${project}\n${address}`
}

function hasSameTags(a: EffectiveTags | undefined, b: EffectiveTags | undefined): boolean {
  if (a?.kind !== 'taggable' || b?.kind !== 'taggable') return a?.kind === b?.kind
  if (a.tags.tags.size !== b.tags.tags.size || !a.tags.open !== !b.tags.open) return false
  return [...a.tags.tags].every(([key, { value }]) => {
    const other = b.tags.tags.get(key)?.value
    return other !== undefined && isSame(value, other)
  })
}

function isSame(a: Value, b: Value): boolean {
  return a.kind === 'string' && b.kind === 'string' ? a.value === b.value : a.kind === b.kind
}

/** A tree with some of its files replaced. */
function over(tree: SourceTree, changed: ReadonlyMap<string, string>): SourceTree {
  return { read: (path) => changed.get(path) ?? tree.read(path), list: (directory) => tree.list(directory) }
}
