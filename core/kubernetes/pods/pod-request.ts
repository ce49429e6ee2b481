import { known, type Reading, unknownBecause } from '../../domain/reads.ts'
import type { Value } from '../../domain/value.ts'
import type { PodRequest } from '../../domain/workload.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { acceleratorsIn } from './accelerators.ts'
import {
  type Amounts,
  type ContainerResources,
  largest,
  plus,
  readAmounts,
  readResources,
} from './resource-amounts.ts'

/** Amounts that something else adds or fills in. */
export interface RequestContext {
  /** Devices of `resourceClaims`, and what is to be said about them. */
  readonly devices?: Amounts
  /** What a container has where it says nothing, of a LimitRange. */
  readonly defaults?: ContainerResources
  readonly notes?: readonly string[]
}

const NONE: Amounts = new Map()

/**
 * What one pod asks for, by Kubernetes' rules: its containers and sidecars together, or what its init containers need
 * before them where that is more; and its overhead.
 * https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function podRequest(spec: Value, context: RequestContext = {}): Reading<PodRequest> {
  if (spec.kind === 'unknown') return unknownBecause(`the pod is unknown: ${spec.because}`)
  const containers = readContainers(field(spec, 'containers'), context)
  if (containers.kind === 'unknown') return containers
  const init = readContainers(field(spec, 'initContainers'), context)
  if (init.kind === 'unknown') return init
  if (containers.value.length === 0) return unknownBecause('the pod has no containers')
  const overhead = readAmounts(field(spec, 'overhead'), 'overhead')
  if (overhead.kind === 'unknown') return overhead
  const pod = readResources(field(spec, 'resources'), 'the pod')
  if (pod.kind === 'unknown') return pod

  const requests = plus(
    override(together(containers.value, init.value, 'requests'), pod.value.requests),
    overhead.value,
  )
  const limits = override(together(containers.value, init.value, 'limits'), pod.value.limits)
  const { accelerators, notes } = acceleratorsIn(plus(requests, context.devices ?? NONE))
  return known({
    cpu: requests.get('cpu'),
    memoryGiB: inGiB(requests.get('memory')),
    accelerators,
    limits: { cpu: limits.get('cpu'), memoryGiB: inGiB(limits.get('memory')) },
    notes: [
      ...[...containers.value, ...init.value].flatMap(({ resources }) => resources.notes),
      ...pod.value.notes,
      ...silent(containers.value, pod.value),
      ...notes,
      ...(context.notes ?? []),
    ],
  })
}

interface Container {
  readonly name: string
  /** An init container that keeps running: `restartPolicy: Always`. */
  readonly isSidecar: boolean
  readonly resources: ContainerResources
}

function readContainers(value: Value, { defaults }: RequestContext): Reading<readonly Container[]> {
  const { items, open } = itemsOf(value)
  if (open) return unknownBecause(`its containers are not known: ${open.because}`)
  const containers: Container[] = []
  for (const [index, item] of items.entries()) {
    if (item.kind === 'unknown') return unknownBecause(`a container is unknown: ${item.because}`)
    const written = textAt(item, 'name')
    const name = written === undefined ? `container ${index + 1}` : `container "${written}"`
    const resources = readResources(field(item, 'resources'), name)
    if (resources.kind === 'unknown') return resources
    containers.push({
      name,
      isSidecar: textAt(item, 'restartPolicy') === 'Always',
      resources: filled(resources.value, defaults),
    })
  }
  return known(containers)
}

function filled(own: ContainerResources, defaults: ContainerResources | undefined): ContainerResources {
  if (!defaults) return own
  return {
    requests: new Map([...defaults.requests, ...own.requests]),
    limits: new Map([...defaults.limits, ...own.limits]),
    notes: own.notes,
  }
}

function together(
  containers: readonly Container[],
  init: readonly Container[],
  of: 'requests' | 'limits',
): Amounts {
  let sidecars = NONE
  let starting = NONE
  for (const { isSidecar, resources } of init)
    if (isSidecar) {
      sidecars = plus(sidecars, resources[of])
      starting = largest(starting, sidecars)
    } else starting = largest(starting, plus(sidecars, resources[of]))
  const running = containers.reduce((sum, { resources }) => plus(sum, resources[of]), sidecars)
  return largest(running, starting)
}

/** `spec.resources` of the pod replaces the sum, resource by resource. */
function override(sum: Amounts, pod: Amounts): Amounts {
  return pod.size === 0 ? sum : new Map([...sum, ...pod])
}

/** Containers that ask for nothing: the figure is too low, and is said to be. */
function* silent(containers: readonly Container[], pod: ContainerResources): Generator<string> {
  for (const { name, resources } of containers) {
    const lacks = (resource: string) => !pod.requests.has(resource) && !resources.requests.has(resource)
    const [cpu, memory] = [lacks('cpu'), lacks('memory')]
    if (cpu && memory) yield `${name} requests neither CPU nor memory`
    else if (cpu || memory) yield `${name} requests no ${cpu ? 'CPU' : 'memory'}`
  }
}

const inGiB = (bytes: number | undefined) => (bytes === undefined ? undefined : bytes / 2 ** 30)
