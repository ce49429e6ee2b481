import { identityOf } from '../domain/address.ts'
import type { Resource } from '../domain/resource.ts'
import type { TagSet } from '../domain/tag.ts'
import type { Value } from '../domain/value.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { type EffectiveTags, effectiveTags } from '../tags/effective-tags.ts'
import { applyEdits, type Entries, type SourceEdit } from '../terraform/edits/index.ts'
import { ConfigurationLoader, type LoadedProject, loadProject, type ProjectSpec } from '../terraform/index.ts'
import { buildGraph } from '../topology/build-graph.ts'
import type { ResourceGraph } from '../topology/resource-graph.ts'

/** Files as they are, and what becomes of the resources where edits are applied to them. */
export class Trial {
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
    const loader = new ConfigurationLoader(over(this.#loader.tree, changed), this.#loader)
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
export class Outcome {
  readonly #projects: readonly LoadedProject[]
  readonly #tags = new Map<string, EffectiveTags>()
  readonly #resources: readonly Resource[]
  readonly #byKey: ReadonlyMap<string, Resource>
  readonly #graphs = new Map<string, ResourceGraph>()

  constructor(loader: ConfigurationLoader, projects: readonly ProjectSpec[]) {
    this.#projects = projects.map((spec) => loadProject(loader, spec))
    this.#resources = this.#projects.flatMap(({ resources }) => resources)
    this.#byKey = new Map(this.#resources.map((resource) => [identityOf(resource), resource]))
    for (const resource of this.#resources)
      this.#tags.set(
        identityOf(resource),
        effectiveTags(resource, () => 'other'),
      )
  }

  get problems(): number {
    return this.#projects.reduce((count, { problems }) => count + problems.length, 0)
  }

  tagsOf(resource: Resource): EffectiveTags | undefined {
    return this.#tags.get(identityOf(resource))
  }

  /** The same resource, as the edits leave it. */
  find(resource: Resource): Resource | undefined {
    return this.#byKey.get(identityOf(resource))
  }

  get resources(): readonly Resource[] {
    return this.#resources
  }

  /** The resources of a project, linked. */
  graphOf(project: string): ResourceGraph {
    const known = this.#graphs.get(project)
    if (known) return known
    const graph = buildGraph(this.#projects.find(({ id }) => id === project)?.resources ?? [])
    this.#graphs.set(project, graph)
    return graph
  }

  keysOf(provider: string): ReadonlySet<string> {
    const keys = new Set<string>()
    for (const resource of this.#resources) {
      const tags = resource.provider.name === provider ? this.tagsOf(resource) : undefined
      if (tags?.kind === 'taggable') for (const key of tags.tags.tags.keys()) keys.add(key)
    }
    return keys
  }

  /** Resources whose tags are not what they were, and whether they only got further ones. */
  changes(before: Outcome): readonly { readonly key: string; readonly onlyAdds: boolean }[] {
    return [...new Set([...this.#tags.keys(), ...before.#tags.keys()])].flatMap((key) => {
      const was = before.#tags.get(key)
      const is = this.#tags.get(key)
      if (was?.kind !== 'taggable' || is?.kind !== 'taggable')
        return was?.kind === is?.kind ? [] : [{ key, onlyAdds: false }]
      const onlyAdds = holds(is.tags, was.tags)
      return onlyAdds && holds(was.tags, is.tags) ? [] : [{ key, onlyAdds }]
    })
  }
}

/** Whether all tags of the second are in the first as they are. */
function holds(all: TagSet, some: TagSet): boolean {
  if (all.open === undefined && some.open !== undefined) return false
  return [...some.tags].every(([key, { value }]) => {
    const other = all.tags.get(key)?.value
    return other !== undefined && isSame(value, other)
  })
}

export function isSame(a: Value, b: Value): boolean {
  return a.kind === 'string' && b.kind === 'string' ? a.value === b.value : a.kind === b.kind
}

/** A tree with some of its files replaced. */
function over(tree: SourceTree, changed: ReadonlyMap<string, string>): SourceTree {
  return { read: (path) => changed.get(path) ?? tree.read(path), list: (directory) => tree.list(directory) }
}
