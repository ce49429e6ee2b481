import { block, bool, number, type Read, string } from '../domain/reads.ts'
import { assumption, hourly, mapScaling, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

export const VERTEX_AI = 'Vertex AI'

/** `dedicated_resources` of what serves models. */
export const DEDICATED_RESOURCES = {
  min_replica_count: number(1),
  max_replica_count: number(),
  spot: bool(false),
  machine_spec: block({
    machine_type: string(),
    accelerator_type: string(),
    accelerator_count: number(0),
  }),
}

/** Nodes that serve models, or an index. https://cloud.google.com/vertex-ai/pricing */
export function* vertexNodes(
  use: 'prediction' | 'vector_search',
  dedicated: Read<typeof DEDICATED_RESOURCES>,
  context: PricingContext,
): Generator<Part> {
  const { min_replica_count: count, max_replica_count: max, machine_spec: machine, spot } = dedicated
  const machineType = machine?.machine_type
  if (machineType === undefined) {
    yield omitted('unknown', 'Nodes', '`machine_spec.machine_type` is not set')
    return
  }
  const description = `Nodes (${machineType})`
  if (spot) {
    yield omitted('unpriced', description, 'no spot price for Vertex AI nodes')
    return
  }
  const scaling = { low: count, high: Math.max(max ?? count, count) }
  yield assumption('nodes stay at `min_replica_count`')
  yield hourly({
    description,
    serviceName: VERTEX_AI,
    sku: `vertex/${use}/${machineType}/node`,
    count,
    scaling,
  })
  const gpus = machine?.accelerator_count ?? 0
  // G2, A2 and A3 machines come with their GPUs, which Terraform names a second time.
  if (gpus === 0 || machine?.accelerator_type === undefined || context.spec(machineType)?.accelerator) return
  const model = machine.accelerator_type.toLowerCase().replaceAll('_', '-')
  yield hourly({
    description: `GPUs (${model})`,
    serviceName: VERTEX_AI,
    sku: `vertex/${use}/${model}`,
    pricingUnit: 'GPU-Hours',
    count: count * gpus,
    scaling: mapScaling(scaling, (nodes) => nodes * gpus),
  })
}
