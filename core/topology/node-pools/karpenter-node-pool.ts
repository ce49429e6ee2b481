import {
  block,
  blocks,
  known,
  maybe,
  number,
  type Read,
  type Reading,
  readAll,
  string,
  strings,
  texts,
} from '../../domain/reads.ts'
import { unknown } from '../../domain/value.ts'
import type { NodeRequirement } from '../../domain/workload.ts'
import { allTagsOf } from '../bill-lines/bill-line.ts'
import type { CapacityType, NodePoolReader } from '../node-pool.ts'
import { taintsOf } from './taints.ts'

const READS = {
  metadata: block({ name: maybe(string()) }),
  spec: maybe(
    block({
      replicas: maybe(number()),
      template: block({
        metadata: block({ labels: texts }),
        spec: block({
          requirements: blocks({ key: string(''), operator: string(''), values: strings }),
          taints: blocks({ key: string(''), value: string(''), effect: string('') }),
          nodeClassRef: block({ group: string(), kind: string(), name: string() }),
        }),
      }),
    }),
  ),
}

// https://karpenter.sh/docs/concepts/nodepools/
export const karpenterNodePool: NodePoolReader = {
  type: 'karpenter.sh/NodePool',
  read(resource, graph) {
    const read = readAll(resource.attributes, READS)
    if (read.kind === 'unknown') return undefined
    const { metadata, spec } = read.value
    const tagged = graph.targets(resource, 'taggedBy')
    const name = metadata?.name.kind === 'known' ? metadata.name.value : undefined
    if (spec.kind === 'unknown' || !spec.value) return undefined
    const { template, replicas } = spec.value
    const written = requirements(template?.spec?.requirements ?? [])
    const labels = template?.metadata?.labels
    return {
      resource,
      nodeTags: tagged.kind === 'linked' ? tagged.resources.slice(0, 1).map(allTagsOf) : undefined,
      provider: providerOf(template?.spec?.nodeClassRef?.group),
      region: unknown('the cluster says in which region its nodes are'),
      machines:
        written.kind === 'unknown' ? written : known({ kind: 'requirements', requirements: written.value }),
      capacityType: written.kind === 'unknown' ? 'either' : capacityType(written.value),
      labels: new Map([
        ...(labels?.entries ?? []),
        ...(name === undefined ? [] : [['karpenter.sh/nodepool', name] as const]),
        ...singleValues(written),
      ]),
      open: labels?.open,
      taints: taintsOf(template?.spec?.taints ?? []),
      nodes:
        replicas.kind === 'known' && replicas.value === undefined
          ? undefined
          : { desired: replicas as Reading<number>, min: undefined, max: undefined },
    }
  },
}

type Requirement = Read<{ key: typeof anyString; operator: typeof anyString; values: typeof strings }>
const anyString = string('')

const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'])

function requirements(written: readonly Reading<Requirement>[]): Reading<readonly NodeRequirement[]> {
  const found: NodeRequirement[] = []
  for (const reading of written) {
    if (reading.kind === 'unknown') return reading
    const { operator } = reading.value
    if (OPERATORS.has(operator)) found.push(reading.value as NodeRequirement)
  }
  return known(found)
}

/** Karpenter takes spot where both are allowed and it is to be had: without a word on it, nodes are on demand. */
function capacityType(requirements: readonly NodeRequirement[]): CapacityType {
  const asked = requirements.find(({ key }) => key === 'karpenter.sh/capacity-type')
  if (asked?.operator !== 'In') return 'on-demand'
  const spot = asked.values.includes('spot')
  return spot ? (asked.values.includes('on-demand') ? 'either' : 'spot') : 'on-demand'
}

/** A requirement of one value is a label that all its nodes have. */
function* singleValues(written: Reading<readonly NodeRequirement[]>): Generator<readonly [string, string]> {
  if (written.kind === 'unknown') return
  for (const { key, operator, values } of written.value)
    if (operator === 'In' && values.length === 1) yield [key, values[0]!]
}

function providerOf(group: string | undefined): 'aws' | 'azurerm' | 'google' {
  if (group === 'karpenter.azure.com') return 'azurerm'
  return group === 'karpenter.k8s.gcp' ? 'google' : 'aws'
}
