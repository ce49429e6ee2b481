import { isManifest } from '../domain/resource.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'

/** What a repository uses now, as far as its files say. */
export interface Survey {
  /** Resources by provider, most first. */
  readonly providers: readonly Counted[]
  readonly regions: readonly Counted[]
  /** Resources that carry tags or labels. */
  readonly taggable: number
  /** Tag keys as they are written, the most used first. */
  readonly keys: readonly KeyUse[]
  /** The tags of each taggable resource whose values are known. */
  readonly tagged: readonly ReadonlyMap<string, string>[]
  /** Clusters with a known name. */
  readonly clusters: readonly NamedCluster[]
  /** Folders of manifests, the topmost of each. */
  readonly manifestFolders: readonly string[]
}

export interface Counted {
  readonly name: string
  readonly count: number
}

export interface KeyUse {
  readonly key: string
  readonly count: number
  /** The key is one of Kubernetes labels alone. */
  readonly isLabel: boolean
}

export interface NamedCluster {
  readonly name: string
  readonly address: string
}

/** What is longer is no name. */
const LONGEST = 256
const CLUSTERS: readonly string[] = [
  'aws_eks_cluster',
  'google_container_cluster',
  'azurerm_kubernetes_cluster',
]

/** What the resources at or below a folder say; folders are from there on. */
export function survey({ resources }: Inspection, below: string): Survey {
  const providers = new Counts()
  const regions = new Counts()
  const keys = new Counts()
  const onTerraform = new Set<string>()
  const folders = new Set<string>()
  const tagged: ReadonlyMap<string, string>[] = []
  for (const inspected of resources) {
    const { resource } = inspected
    const isObject = isManifest(resource)
    providers.add(isObject ? 'kubernetes' : resource.provider.name.split('.')[0]!)
    if (resource.region.kind === 'string') regions.add(resource.region.value)
    if (isObject) for (const folder of topFolder(resource.range.source.path, below)) folders.add(folder)
    const tags = tagsOf(inspected)
    if (!tags) continue
    tagged.push(new Map([...tags].flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))))
    for (const key of tags.keys()) {
      keys.add(key)
      if (!isObject) onTerraform.add(key)
    }
  }
  return {
    providers: providers.sorted(),
    regions: regions.sorted(),
    taggable: tagged.length,
    keys: keys.sorted().map(({ name, count }) => ({ key: name, count, isLabel: !onTerraform.has(name) })),
    tagged,
    clusters: resources.flatMap(clusterOf),
    manifestFolders: [...folders].sort(),
  }
}

/** Keys with their values, undefined where it is not known; labels that Kubernetes itself defines are left out. */
function tagsOf({ tags }: InspectedResource): ReadonlyMap<string, string | undefined> | undefined {
  if (tags.kind !== 'taggable') return undefined
  return new Map(
    [...tags.tags.tags.values()]
      .filter(({ key }) => key.length <= LONGEST && !/(?:^|\.)k(?:ubernetes|8s)\.io\//.test(key))
      .map(({ key, value }) => [
        key,
        value.kind === 'string' && value.value !== '' && value.value.length <= LONGEST
          ? value.value
          : undefined,
      ]),
  )
}

function clusterOf({ resource: { type, address, attributes } }: InspectedResource): readonly NamedCluster[] {
  if (!CLUSTERS.includes(type)) return []
  const name = attributes.entries.get('name')
  return name?.kind === 'string' ? [{ name: name.value, address }] : []
}

/** `k8s` for `k8s/base/job.yaml`, `''` for a file that lies right there; none for what lies elsewhere. */
function topFolder(path: string, below: string): readonly string[] {
  const from = below === '' ? 0 : below.length + 1
  if (from > 0 && !path.startsWith(`${below}/`)) return []
  const [first = '', ...rest] = path.slice(from).split('/')
  return [rest.length === 0 ? '' : first]
}

/** How often each name occurs. */
class Counts {
  readonly #counts = new Map<string, number>()

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  /** The most frequent first; of those that are equally frequent, by name. */
  sorted(): readonly Counted[] {
    return [...this.#counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  }
}
