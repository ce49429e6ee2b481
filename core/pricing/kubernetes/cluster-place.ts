import type { NodeRequirement, PodGroup } from '../../domain/workload.ts'
import type { Cluster } from '../../topology/cluster.ts'
import type { CloudProvider } from '../../topology/node-pool.ts'
import type { PriceBook } from '../price-book.ts'
import type { AcceleratorDemand } from './accelerator-demand.ts'
import { INSTANCE_TYPE_LABELS } from './machine-labels.ts'

/** Where prices are looked up while nothing says which region a cluster is in. */
const REFERENCE_REGIONS: Readonly<Record<CloudProvider, string>> = {
  aws: 'us-east-1',
  google: 'us-central1',
  azurerm: 'eastus',
}

/** Whose prices hold for a pod, and where. */
export interface Place {
  readonly provider: CloudProvider
  readonly regionId: string
  /** Set where the place is not known for certain. */
  readonly referenceRegion: string | undefined
  /** Said beside the figures then. */
  readonly assumptions: readonly string[]
}

const CERTAIN = { referenceRegion: undefined, assumptions: [] }

/** Undefined where nothing says whose machines they are. */
export function placeOf(
  { selection }: PodGroup,
  demand: AcceleratorDemand | undefined,
  { provider, region }: Cluster,
): Place | undefined {
  const keys = selection.requirements.map(({ key }) => key)
  const named = provider ?? providerByLabels(keys) ?? onlyProviderOf(demand)
  if (!named) return undefined
  if (region.kind === 'string') return { provider: named, regionId: region.value, ...CERTAIN }
  const asked = selection.requirements.find(
    ({ key, operator, values }) => key.endsWith('/region') && operator === 'In' && values.length === 1,
  )
  if (asked) return { provider: named, regionId: asked.values[0]!, ...CERTAIN }
  const regionId = REFERENCE_REGIONS[named]
  return {
    provider: named,
    regionId,
    referenceRegion: regionId,
    assumptions: [`prices of ${regionId}: nothing says in which region the cluster is`],
  }
}

/** Some devices are to be had in one cloud only. */
const ONLY_IN: ReadonlyMap<string, CloudProvider> = new Map([
  ['aws-', 'aws'],
  ['tpu-', 'google'],
])

export function onlyProviderOf(demand: AcceleratorDemand | undefined): CloudProvider | undefined {
  return demand && ONLY_IN.get(demand.make)
}

function providerByLabels(keys: readonly string[]): CloudProvider | undefined {
  if (keys.some((key) => /^(?:karpenter\.k8s\.aws|eks\.amazonaws\.com)\//.test(key))) return 'aws'
  if (keys.some((key) => key.startsWith('cloud.google.com/'))) return 'google'
  if (keys.some((key) => /^(?:kubernetes|karpenter)\.azure\.com\//.test(key))) return 'azurerm'
  return undefined
}

/** Where a type or model that is named without a cluster is to be had, in the order they are tried. */
export function placesOf(named: readonly NodeRequirement[], book: PriceBook): readonly Place[] {
  const places = (['aws', 'google', 'azurerm'] as const).map(
    (provider): Place => ({
      provider,
      regionId: REFERENCE_REGIONS[provider],
      referenceRegion: REFERENCE_REGIONS[provider],
      assumptions: [`prices of ${REFERENCE_REGIONS[provider]}: nothing says where the cluster is`],
    }),
  )
  const types = named.filter(({ key }) => INSTANCE_TYPE_LABELS.includes(key)).flatMap(({ values }) => values)
  return types.length === 0
    ? places
    : places.filter(({ provider }) => types.some((type) => book.spec(provider, type) !== undefined))
}
