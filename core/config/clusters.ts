import type { Range } from '../source/source-file.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import { keyRangeAt, type YamlNode } from './yaml-tree.ts'

/** A Kubernetes cluster as `ascribe.yml` declares it. */
export interface ClusterConfig {
  readonly name: string
  /** Files or folders, with `*`. */
  readonly manifests: readonly string[]
  /** As Terraform's providers are called. */
  readonly provider: 'aws' | 'google' | 'azurerm' | undefined
  readonly region: string | undefined
  /** Of an hour. */
  readonly rates: ClusterRates | undefined
  readonly nodePools: readonly DeclaredNodePool[]
  readonly allocation: 'split' | 'node-tags'
  /** Namespace → tags that its workloads inherit. */
  readonly namespaces: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly range: Range
}

export interface ClusterRates {
  readonly cpu: number
  readonly memoryGiB: number
  readonly accelerator: number | undefined
}

export interface DeclaredNodePool {
  /** Address, with `*`. */
  readonly terraform: string
  /** Node labels it carries besides its own. */
  readonly match: ReadonlyMap<string, string>
}

export function readClusters({ clusters = {} }: AscribeYml, root: YamlNode): readonly ClusterConfig[] {
  return Object.entries(clusters).map(([name, cluster]): ClusterConfig => {
    const { manifests = [], provider, region, rates, allocation = 'split', namespaces = {} } = cluster
    return {
      name,
      manifests,
      provider: provider === 'azure' ? 'azurerm' : provider,
      region,
      rates: rates && { cpu: rates.cpu, memoryGiB: rates.memory, accelerator: rates.gpu },
      nodePools: (cluster['node-pools'] ?? []).map(({ terraform, match = {} }) => ({
        terraform,
        match: new Map(Object.entries(match)),
      })),
      allocation,
      namespaces: new Map(
        Object.entries(namespaces).map(([namespace, tags]) => [namespace, new Map(Object.entries(tags))]),
      ),
      range: keyRangeAt(root, ['clusters', name]),
    }
  })
}
