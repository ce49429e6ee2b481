import { isManifest, type Resource } from '../domain/resource.ts'
import { isMapping, isSequence, type Value } from '../domain/value.ts'
import { taggabilityOf } from '../tags/taggability/taggability.ts'

/** Where types that no table tells about write the tags of what they make. */
const FURTHER: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_launch_template', ['tag_specifications']],
  ['aws_spot_fleet_request', ['launch_specification.tags']],
  ['azurerm_kubernetes_cluster', ['default_node_pool.tags']],
])

/** Whether two states of a resource differ in nothing but tags. */
export function sameButTags(before: Resource, after: Resource): boolean {
  if (before === after) return true
  const isTag = isManifest(before) ? isLabel : tagPaths(before)
  return same(before.attributes, after.attributes, '', isTag)
}

/** Labels of an object and of what it makes, and tags of a cloud; selectors are none. */
function isLabel(path: string): boolean {
  return path === 'spec.tags' || /(?:^|\.)(?:metadata|driver|executor)\.labels$/.test(path)
}

function tagPaths({ type, provider }: Resource): (path: string) => boolean {
  const found = taggabilityOf(type, provider.source)
  const paths = new Set(['tags', 'tag', ...(FURTHER.get(type) ?? [])])
  if (found.kind === 'taggable') paths.add(found.path.join('.'))
  if (found.kind !== 'unknown') for (const nested of found.nested) paths.add(nested.replaceAll('[]', ''))
  return (path) => paths.has(path)
}

function same(a: Value, b: Value, path: string, isTag: (path: string) => boolean): boolean {
  if (a === b) return true
  if (isMapping(a) && isMapping(b)) {
    if ((a.open === undefined) !== (b.open === undefined)) return false
    for (const name of new Set([...a.entries.keys(), ...b.entries.keys()])) {
      const inner = path === '' ? name : `${path}.${name}`
      if (isTag(inner)) continue
      const [was, is] = [a.entries.get(name), b.entries.get(name)]
      // `metadata` or `labels` alone may come with the labels in them.
      if (!was || !is) {
        if (!(was ?? is) || !holdsOnlyTags((was ?? is)!, inner, isTag)) return false
      } else if (!same(was, is, inner, isTag)) return false
    }
    return true
  }
  if (isSequence(a) && isSequence(b))
    return (
      a.items.length === b.items.length &&
      (a.open === undefined) === (b.open === undefined) &&
      a.items.every((item, index) => same(item, b.items[index]!, path, isTag))
    )
  if (a.kind === 'string' || a.kind === 'bool' || a.kind === 'number')
    return a.kind === b.kind && a.value === (b as typeof a).value
  return a.kind === b.kind
}

function holdsOnlyTags(value: Value, path: string, isTag: (path: string) => boolean): boolean {
  return (
    isMapping(value) &&
    [...value.entries].every(([name, inner]) => {
      const at = `${path}.${name}`
      return isTag(at) || holdsOnlyTags(inner, at, isTag)
    })
  )
}
