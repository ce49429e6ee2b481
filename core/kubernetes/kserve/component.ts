import { known, unknownBecause } from '../../domain/reads.ts'
import { isMapping, list, object, string, type Value } from '../../domain/value.ts'
import type { PodCount } from '../../domain/workload.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { overlaid } from '../overlaid.ts'
import { countOf, fixedCount, movingCount, unlimited } from '../pods/pod-count.ts'
import type { KindContext } from '../pods/pod-group.ts'
import { mappingAt, merged, type PodTemplate } from '../pods/pod-template.ts'
import { runtimeOf, servedModel } from './runtime.ts'

/** KServe's stock runtimes, and its default for containers of one's own: config/configmap/inferenceservice.yaml. */
const STOCK_RESOURCES = object(
  new Map([
    [
      'requests',
      object(
        new Map([
          ['cpu', string('1')],
          ['memory', string('2Gi')],
        ]),
      ),
    ],
  ]),
)
const CONTAINER = 'kserve-container'

export interface Component {
  readonly template: PodTemplate
  /** The runtime's spec; empty where it is not known. */
  readonly runtimeSpec: Value
  readonly assumptions: readonly string[]
}

/**
 * The pods of a predictor, transformer or explainer: what its runtime says, under what the service says. Labels and
 * annotations of the InferenceService come down to them.
 * https://github.com/kserve/kserve/blob/master/pkg/controller/v1beta1/inferenceservice/components/predictor.go
 */
export function component(value: Value, context: KindContext): Component {
  const { manifest } = context
  const model = servedModel(value)
  const runtime = model && runtimeOf(model, context)
  const isFound = runtime !== undefined && typeof runtime !== 'string'
  const runtimeSpec = isFound ? field(runtime.value, 'spec') : object(new Map())
  const containers = containersOf(value, runtimeSpec, model?.value)
  const spec = overlaid(runtimeSpec, isMapping(value) ? value : object(new Map()))
  const under = (key: string) =>
    merged(
      merged(mappingAt(runtimeSpec, key), mappingAt(manifest.value, 'metadata', key)),
      mappingAt(value, key),
    )
  return {
    runtimeSpec,
    template: {
      range: value.origins?.[0],
      labelled: manifest.value.origins?.[0],
      labels: under('labels'),
      annotations: under('annotations'),
      spec: value.kind === 'unknown' ? value : withContainers(spec, containers, !isFound),
    },
    assumptions:
      typeof runtime === 'string' ? [`${runtime}: it asks for 1 CPU and 2Gi, as KServe's own do`] : [],
  }
}

function withContainers(spec: Value, containers: readonly Value[], isStock: boolean): Value {
  if (!isMapping(spec)) return spec
  const filled = isStock ? containers.map(withStockResources) : containers
  return { ...spec, entries: new Map([...spec.entries, ['containers', list(filled)]]) }
}

function withStockResources(container: Value, index: number): Value {
  if (index > 0 || !isMapping(container)) return container
  const resources = field(container, 'resources')
  const limits = field(resources, 'limits')
  // A limit stands in for a request before the stock one does.
  const requests = overlaid(
    field(STOCK_RESOURCES, 'requests'),
    overlaid(limits, field(resources, 'requests')),
  )
  const filled = object(
    new Map([
      ['requests', requests],
      ['limits', limits],
    ]),
  )
  return { ...container, entries: new Map([...container.entries, ['resources', filled]]) }
}

/** The runtime's containers with the service's laid over the serving one, and what the service adds. */
function containersOf(value: Value, runtimeSpec: Value, model: Value | undefined): readonly Value[] {
  const own = itemsOf(field(value, 'containers')).items
  if (!model) return own
  const ofRuntime = itemsOf(field(runtimeSpec, 'containers')).items
  const isServing = (container: Value) => textAt(container, 'name') === CONTAINER
  const serving = ofRuntime.find(isServing)
  const named = (container: Value) => overlaid(container, object(new Map([['name', string(CONTAINER)]])))
  return [
    serving ? overlaid(serving, model) : named(model),
    ...ofRuntime.filter((container) => !isServing(container)),
    ...own,
  ]
}

/** How many pods serve: `minReplicas` (1) to `maxReplicas`; one where it may scale to zero, for it starts with one. */
export function replicas(value: Value, { manifest }: KindContext): PodCount {
  const low = readCount(value, 'minReplicas', 1)
  const high = readCount(value, 'maxReplicas', 0)
  if (low.kind === 'unknown') return fixedCount(low)
  const atLeastOne = Math.max(low.value, 1)
  const now = known(atLeastOne)
  const annotation = (key: string) =>
    textAt(manifest.value, 'metadata', 'annotations', `serving.kserve.io/${key}`)
  const isKnative = !/^(?:RawDeployment|Standard)$/.test(annotation('deploymentMode') ?? '')
  const by = annotation('autoscalerClass') ?? (isKnative ? undefined : 'hpa')
  if (by === 'none') return fixedCount(now)
  const scaledBy = by === undefined ? "KServe's autoscaler" : `KServe's ${by} autoscaler`
  if (high.kind === 'unknown') return movingCount(low, now, high, scaledBy)
  if (high.value > 0)
    return movingCount(low, known(Math.min(atLeastOne, Math.max(high.value, low.value))), high, scaledBy)
  return isKnative ? movingCount(low, now, unlimited('no `maxReplicas` is set'), scaledBy) : fixedCount(now)
}

function readCount(value: Value, key: string, fallback: number) {
  const reading = countOf(fallback)(field(value, key), key)
  return reading.kind === 'known' ? reading.value : unknownBecause(reading.because)
}
