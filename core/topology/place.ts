import { cloudOf } from '../domain/provider.ts'
import type { Resource } from '../domain/resource.ts'
import type { Value } from '../domain/value.ts'
import type { ResourceGraph } from './resource-graph.ts'

/** Whose prices hold for a resource, and where it is. */
export interface Place {
  /** `aws`, `google`, `azurerm`, or any other provider's name. */
  readonly provider: string
  /** A string, or unknown with the reason. */
  readonly region: Value
}

/** A database on a server in a group of servers is as deep as it gets. */
const MAX_DEPTH = 4

/** Its own region; where it has none, that of what it is a part of; for Databricks, its workspace's cloud and region. */
export function placeOf(resource: Resource, graph: ResourceGraph): Place {
  const provider = cloudOf(resource.provider.source)
  if (provider === 'databricks') return workspacePlace(resource, graph)
  let at = resource
  for (let depth = 0; depth < MAX_DEPTH && at.region.kind === 'unknown'; depth++) {
    const whole = graph.targets(at, 'partOf')
    if (whole.kind === 'none') break
    if (whole.kind === 'unknown') return { provider, region: { ...at.region, because: whole.because } }
    at = whole.resources[0]!
  }
  return { provider, region: at.region }
}

function workspacePlace(resource: Resource, graph: ResourceGraph): Place {
  for (const { project, address } of resource.region.refs ?? []) {
    const workspace = graph.find(project, address)
    if (workspace?.type === 'azurerm_databricks_workspace')
      return { provider: 'azurerm', region: workspace.region }
  }
  return { provider: 'databricks', region: resource.region }
}
