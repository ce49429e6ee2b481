import type { Resource } from '../domain/resource.ts'
import type { Value } from '../domain/value.ts'
import { EDGES, type EdgeRule, JOINS, type JoinRule } from './edges.ts'
import type { EdgeKind, Linked, ResourceGraph } from './resource-graph.ts'
import { indexResources, type ResourceIndex } from './resource-index.ts'
import { valueAt } from './value-at.ts'

const NONE: Linked = { kind: 'none' }

/** A value that may mean more resources than this says nothing; it also keeps the edges linear in the resources. */
const MAX_TARGETS = 32

/** The graph of a set of resources, in time linear in their number. */
export function buildGraph(resources: readonly Resource[]): ResourceGraph {
  const index = indexResources(resources)
  const forward = new Map<Resource, Map<EdgeKind, Linked>>()
  const backward = new Map<Resource, Map<EdgeKind, Resource[]>>()

  function link(source: Resource, edge: EdgeKind, linked: Linked): void {
    const edges = forward.get(source) ?? new Map<EdgeKind, Linked>()
    forward.set(source, edges.set(edge, join(edges.get(edge), linked)))
    if (linked.kind !== 'linked') return
    for (const target of linked.resources) {
      const sources = backward.get(target) ?? new Map<EdgeKind, Resource[]>()
      const known = sources.get(edge)
      if (known) known.push(source)
      else backward.set(target, sources.set(edge, [source]))
    }
  }

  for (const resource of resources) {
    for (const rule of rulesFrom(resource.type)) link(resource, rule.edge, follow(resource, rule, index))
    for (const rule of joinsVia.get(resource.type) ?? []) {
      const from = target(
        valueAt(resource.attributes, rule.fromPath),
        resource,
        { to: rule.from, identifiedBy: ['id'] },
        index,
      )
      if (from.kind !== 'linked') continue
      const to = target(valueAt(resource.attributes, rule.toPath), resource, rule, index)
      for (const source of from.resources) link(source, rule.edge, to)
    }
  }

  return {
    resources,
    find: index.find,
    targets: (resource, edge) => forward.get(resource)?.get(edge) ?? NONE,
    sources: (resource, edge) => backward.get(resource)?.get(edge) ?? [],
  }
}

const edgesFrom = groupBy(EDGES, (rule: EdgeRule) => rule.from)

/** Those of the type itself, and those of all types of its provider. */
function rulesFrom(type: string): readonly EdgeRule[] {
  const own = edgesFrom.get(type) ?? []
  const shared = edgesFrom.get(`${type.slice(0, type.indexOf('_'))}_*`)
  return shared ? [...own, ...shared] : own
}

const joinsVia = groupBy(JOINS, (rule: JoinRule) => rule.via)

function follow(source: Resource, rule: EdgeRule, index: ResourceIndex): Linked {
  let unseen: Linked = NONE
  for (const path of rule.paths) {
    const linked = target(valueAt(source.attributes, path), source, rule, index)
    if (linked.kind === 'linked') return linked
    if (unseen.kind === 'none') unseen = linked
  }
  return unseen
}

/** What a value points at: by its references, known or not, and where it has none by the text it is. */
function target(
  value: Value,
  source: Resource,
  { to: types, identifiedBy, within }: Pick<EdgeRule, 'to' | 'identifiedBy' | 'within'>,
  index: ResourceIndex,
): Linked {
  if (value.kind === 'null') return NONE
  const referred = new Set<Resource>()
  for (const ref of value.refs ?? []) {
    if (ref.attribute !== undefined && !identifiedBy.includes(ref.attribute)) continue
    for (const resource of index.referredTo(ref, source)) {
      if (types.includes(resource.type)) referred.add(resource)
      if (referred.size > MAX_TARGETS) break
    }
  }
  if (referred.size > 0) return oneOf([...referred])
  if (value.kind === 'unknown') return { kind: 'unknown', because: value.because }
  if (value.kind !== 'string') return NONE
  const named = within ? within.exec(value.value)?.[1] : value.value
  if (named === undefined) return NONE
  for (const type of types)
    for (const attribute of identifiedBy) {
      const resources = index.identified(source.project, type, attribute, named)
      if (resources.length > 0) return oneOf(resources)
    }
  const name = value.sensitive ? 'a sensitive name' : `"${value.value}"`
  return { kind: 'unknown', because: `${name} is not among the resources of this project` }
}

function oneOf(resources: readonly Resource[]): Linked {
  if (resources.length <= MAX_TARGETS) return { kind: 'linked', resources }
  const type = resources[0]!.type
  return { kind: 'unknown', because: `it may be any of ${MAX_TARGETS + 1} or more resources of type ${type}` }
}

function join(before: Linked | undefined, linked: Linked): Linked {
  if (!before || before.kind === 'none') return linked
  if (before.kind !== 'linked' || linked.kind !== 'linked') return before.kind === 'linked' ? before : linked
  return oneOf([...new Set([...before.resources, ...linked.resources])])
}

function groupBy<T>(rules: readonly T[], name: (rule: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const rule of rules) groups.set(name(rule), [...(groups.get(name(rule)) ?? []), rule])
  return groups
}
