import type { Config } from '../config/config.ts'
import { quote } from '../config/wording.ts'
import type { Resource } from '../domain/resource.ts'
import { counted } from '../render/text/counted.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { locate, type Range } from '../source/source-file.ts'
import { findTag } from '../tags/find-tag.ts'

/** One other resource is an example, two that agree are a habit. */
const MIN_BLOCKS = 2

/** What the other resources of a project say of a key. */
export interface Neighbours {
  of(resource: Resource, key: string): NeighbourAnswer
}

export type NeighbourAnswer =
  | { readonly kind: 'value'; readonly value: string; readonly source: string }
  | { readonly kind: 'none'; readonly because: string }

interface Said {
  /** Value → the blocks that say it; instances of one block are one. */
  readonly blocks: Map<string, Set<string>>
  first: Range
  /** Somebody's value cannot be read. */
  isUnclear: boolean
}

/** A value counts where all resources of the project that have the tag agree, and there are at least two. */
export function neighboursIn(resources: readonly InspectedResource[], { schema }: Config): Neighbours {
  const projects = new Map<string, Map<string, Said>>()
  for (const { resource, tags } of resources) {
    if (tags.kind !== 'taggable') continue
    const said = projects.get(resource.project) ?? new Map<string, Said>()
    projects.set(resource.project, said)
    for (const { key } of schema.keys) {
      const tag = findTag(tags, key, schema)
      if (!tag) continue
      const found = said.get(key) ?? { blocks: new Map(), first: resource.range, isUnclear: false }
      said.set(key, found)
      if (tag.value.kind !== 'string' || tag.value.sensitive) found.isUnclear = true
      else {
        const blocks = found.blocks.get(tag.value.value) ?? new Set()
        found.blocks.set(tag.value.value, blocks.add(`${resource.range.source.path}:${resource.range.start}`))
      }
    }
  }
  return { of: ({ project }, key) => agreed(projects.get(project)?.get(key), project) }
}

function agreed(said: Said | undefined, project: string): NeighbourAnswer {
  const where = project === '.' ? 'here' : `in ${project}`
  if (!said) return { kind: 'none', because: `no other resource ${where} has it` }
  const [first, ...others] = said.blocks
  if (said.isUnclear || !first)
    return { kind: 'none', because: `what the others ${where} have cannot be read` }
  if (others.length > 0) {
    const values = [...said.blocks].map(([value, blocks]) => `${quote(value)} (${blocks.size})`)
    return { kind: 'none', because: `its neighbours disagree: ${values.slice(0, 4).join(', ')}` }
  }
  const [value, { size }] = first
  if (size < MIN_BLOCKS) return { kind: 'none', because: `only one other resource ${where} has it` }
  const { path, line } = locate(said.first)
  return {
    kind: 'value',
    value,
    source: `all ${counted(size, 'neighbour')} ${where} that ${size === 1 ? 'has' : 'have'} it, e.g. ${path}:${line}`,
  }
}
