import type { Manifest, ManifestSet } from '../manifest.ts'
import { objectType } from '../object-type.ts'
import { HPA, SCALED_OBJECT, type Scaler, scalerOf, scaleTarget } from './scale-targets.ts'

/** The objects around one: those it is applied with first, then those of all other sets. */
export interface Surroundings {
  /** The object of that type and name; undefined where there is none, and where several sets have different ones. */
  find(type: string, name: string, namespace: string | undefined): Manifest | undefined
  /** Every object of a type in the same set; where that has none, in all sets. */
  all(type: string): readonly Manifest[]
  /** Every object of a type in the same set. */
  beside(type: string): readonly Manifest[]
  /** What scales an object. */
  scaler(manifest: Manifest): Scaler | undefined
}

/** For each set, what its objects can refer to. */
export function surroundingsOf(sets: readonly ManifestSet[]): (set: ManifestSet) => Surroundings {
  const everywhere = index(sets.flatMap(({ manifests }) => manifests))
  return (set) => {
    const own = index(set.manifests)
    const lookUp = (of: 'byName' | 'byTarget', key: string, namespace: string | undefined) => {
      const near = inNamespace(own[of].get(key) ?? [], namespace)
      if (near.length > 0) return near[0]
      const far = inNamespace(everywhere[of].get(key) ?? [], namespace)
      return far.length === 1 ? far[0] : undefined
    }
    return {
      find: (type, name, namespace) => lookUp('byName', keyOf(type, name), namespace),
      all: (type) => own.byType.get(type) ?? everywhere.byType.get(type) ?? [],
      beside: (type) => own.byType.get(type) ?? [],
      scaler(manifest) {
        const found = lookUp('byTarget', keyOf(objectType(manifest), manifest.name), manifest.namespace)
        return found && scalerOf(found)
      },
    }
  }
}

type ByKey = ReadonlyMap<string, readonly Manifest[]>

interface Index {
  readonly byType: ByKey
  readonly byName: ByKey
  /** Scalers by what they scale. */
  readonly byTarget: ByKey
}

const keyOf = (type: string, name: string) => `${type} ${name}`

function index(manifests: readonly Manifest[]): Index {
  const byType = new Map<string, Manifest[]>()
  const byName = new Map<string, Manifest[]>()
  const byTarget = new Map<string, Manifest[]>()
  for (const manifest of manifests) {
    const type = objectType(manifest)
    add(byType, type, manifest)
    add(byName, keyOf(type, manifest.name), manifest)
    const target = type === HPA || type === SCALED_OBJECT ? scaleTarget(manifest) : undefined
    if (target) add(byTarget, keyOf(target.type, target.name), manifest)
  }
  return { byType, byName, byTarget }
}

function add(map: Map<string, Manifest[]>, key: string, manifest: Manifest): void {
  const there = map.get(key)
  if (there) there.push(manifest)
  else map.set(key, [manifest])
}

/** Where a namespace is written on one side only, whoever applies it may mean the same. */
function inNamespace(found: readonly Manifest[], namespace: string | undefined): readonly Manifest[] {
  const same = found.filter((manifest) => manifest.namespace === namespace)
  if (same.length > 0) return same
  return found.filter((manifest) => manifest.namespace === undefined || namespace === undefined)
}
