import { MANIFEST_PROVIDER, type Resource } from '../domain/resource.ts'
import { unknown } from '../domain/value.ts'
import type { Workload } from '../domain/workload.ts'
import { textAt } from './field.ts'
import { type Surroundings, surroundingsOf } from './joins/surroundings.ts'
import { WORKLOAD_KINDS } from './kinds/index.ts'
import type { Manifest, ManifestSet } from './manifest.ts'
import { objectType } from './object-type.ts'
import type { WorkloadKind } from './workload-kind.ts'

const PROVIDER = { source: MANIFEST_PROVIDER, name: MANIFEST_PROVIDER }
const NOWHERE = unknown('a manifest does not say in which region its cluster is')

const KINDS: ReadonlyMap<string, WorkloadKind> = new Map(WORKLOAD_KINDS.map((kind) => [kind.type, kind]))

/** Makes a resource of an object. */
export type ResourceMaker = typeof resourceOf

/**
 * Every object of these sets as a resource: its set is its project. The objects of a set find each other, and those of
 * other sets where only one can be meant. `make` may remember what it made.
 */
export function loadManifests(
  sets: readonly ManifestSet[],
  make: ResourceMaker = resourceOf,
): readonly Resource[] {
  const around = surroundingsOf(sets)
  return sets.flatMap((set) => {
    const surroundings = around(set)
    const address = addresses(set.manifests)
    return set.manifests.map((manifest) => make(manifest, set.id, address(manifest), surroundings))
  })
}

/** An object as a resource. */
export function resourceOf(
  manifest: Manifest,
  project: string,
  address: string,
  surroundings: Surroundings,
): Resource {
  const workload = workloadOf(manifest, surroundings)
  return {
    project,
    address,
    type: objectType(manifest),
    name: manifest.name,
    provider: PROVIDER,
    region: NOWHERE,
    attributes: manifest.value,
    defaultTags: undefined,
    range: manifest.range,
    moduleCalls: [],
    multiplicity: undefined,
    ...(workload && { workload }),
  }
}

/** Objects that make objects that make objects: beyond this nobody means it. */
const MAX_NESTED = 3

/** What an object asks of its cluster; undefined where it has no pods. */
function workloadOf(manifest: Manifest, surroundings: Surroundings, nested = 0): Workload | undefined {
  return KINDS.get(objectType(manifest))?.workload({
    manifest,
    surroundings,
    workloadOf: (inner) => (nested < MAX_NESTED ? workloadOf(inner, surroundings, nested + 1) : undefined),
  })
}

/**
 * `Kind/name` or `Kind/namespace/name`, `Kind/prefix-*` where the name is generated. Where a set has several of one name,
 * each is told by its file, and within one file by its number: a file that comes or goes leaves the others what they are.
 */
function addresses(manifests: readonly Manifest[]): (manifest: Manifest) => string {
  const files = new Map<string, Set<string>>()
  for (const manifest of manifests) {
    const address = plainAddress(manifest)
    const paths = files.get(address) ?? new Set()
    files.set(address, paths.add(manifest.range.source.path))
  }
  const seen = new Map<string, number>()
  return (manifest) => {
    const plain = plainAddress(manifest)
    const { path } = manifest.range.source
    const file = path.slice(path.lastIndexOf('/') + 1)
    const address = files.get(plain)!.size === 1 ? plain : `${plain} (${file})`
    const count = (seen.get(address) ?? 0) + 1
    seen.set(address, count)
    return count === 1 ? address : `${address}[${count}]`
  }
}

function plainAddress({ kind, namespace, name, value }: Manifest): string {
  const called = name || `${textAt(value, 'metadata', 'generateName') ?? ''}*`
  return [kind, ...(namespace ? [namespace] : []), called].join('/')
}
