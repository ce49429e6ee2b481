import type { Resource } from '../domain/resource.ts'
import type { ResourceRef } from '../domain/value.ts'
import { valueAt } from './value-at.ts'

/** Finds resources by address, by what a reference says, and by a known attribute. Built in one pass. */
export interface ResourceIndex {
  find(project: string, address: string): Resource | undefined
  /** The instances a reference may mean, seen from `source`: the one with its own instance key where there is one. */
  referredTo(ref: ResourceRef, source: Resource): readonly Resource[]
  /** Resources of the project whose known string attribute equals the value. */
  identified(project: string, type: string, attribute: string, value: string): readonly Resource[]
}

export function indexResources(resources: readonly Resource[]): ResourceIndex {
  const byAddress = new Map<string, Resource>()
  const byBlock = new Map<string, Resource[]>()
  const byType = new Map<string, Resource[]>()
  for (const resource of resources) {
    byAddress.set(key(resource.project, resource.address), resource)
    push(byBlock, key(resource.project, blockAddress(resource.address)), resource)
    push(byType, key(resource.project, resource.type), resource)
  }
  const byAttribute = new Map<string, Map<string, Resource[]>>()

  function attributeIndex(project: string, type: string, attribute: string): Map<string, Resource[]> {
    const name = key(project, type, attribute)
    const built = byAttribute.get(name)
    if (built) return built
    const index = new Map<string, Resource[]>()
    byAttribute.set(name, index)
    for (const resource of byType.get(key(project, type)) ?? []) {
      const value = valueAt(resource.attributes, attribute)
      if (value.kind === 'string') push(index, value.value, resource)
    }
    return index
  }

  return {
    find: (project, address) => byAddress.get(key(project, address)),
    referredTo({ project, address }, source) {
      const exact = byAddress.get(key(project, address))
      if (exact) return [exact]
      const block = blockAddress(address)
      if (block !== address && !address.endsWith('[*]')) {
        // One instance was named: what stands for an unknown number of instances stands for it too.
        const standIn = byAddress.get(key(project, `${block}[*]`))
        return standIn ? [standIn] : []
      }
      const instances = byBlock.get(key(project, block)) ?? []
      const own = byAddress.get(key(project, block + instanceKey(source.address)))
      return own && instances.length > 1 ? [own] : instances
    },
    identified: (project, type, attribute, value) =>
      attributeIndex(project, type, attribute).get(value) ?? [],
  }
}

/** `module.a["x"].aws_instance.gpu[0]` → `module.a["x"].aws_instance.gpu` */
function blockAddress(address: string): string {
  return address.slice(0, address.length - instanceKey(address).length)
}

/** `[0]`, `["blue"]`, `[*]` or empty. */
function instanceKey(address: string): string {
  return /\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\]$/.exec(address)?.[0] ?? ''
}

function key(...parts: string[]): string {
  return parts.join('\0')
}

function push<V>(index: Map<string, V[]>, name: string, value: V): void {
  const found = index.get(name)
  if (found) found.push(value)
  else index.set(name, [value])
}
