import { known, type Reading } from '../../domain/reads.ts'
import { isMapping, list, object, type Value } from '../../domain/value.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { overlaid } from '../overlaid.ts'
import { countOf } from '../pods/pod-count.ts'
import { podRequest } from '../pods/pod-request.ts'
import type { PodTemplate } from '../pods/pod-template.ts'

/** Workers beside the head of one replica, where a predictor runs on several nodes. */
export interface Workers {
  readonly template: PodTemplate
  /** For each replica. */
  readonly count: Reading<number>
}

/**
 * GPUs in all are tensor × pipeline: with Ray as many nodes as hold them, with multiprocessing one for each step of the
 * pipeline.
 * https://github.com/kserve/kserve/blob/master/pkg/controller/v1beta1/inferenceservice/components/predictor.go: computeRayNodeAndGPUs
 */
export function workersOf(predictor: Value, runtimeSpec: Value, head: PodTemplate): Workers | undefined {
  const own = field(predictor, 'workerSpec')
  if (!isMapping(own)) return undefined
  const ofRuntime = field(runtimeSpec, 'workerSpec')
  const containers = mergedContainers(ofRuntime, own)
  const base = overlaid(ofRuntime, own)
  const spec = isMapping(base)
    ? { ...base, entries: new Map([...base.entries, ['containers', containers]]) }
    : base
  const template = { ...head, range: own.origins?.[0], spec }
  const pipeline = sizeOf(own, ofRuntime, 'pipelineParallelSize')
  const tensor = sizeOf(own, ofRuntime, 'tensorParallelSize')
  if (pipeline.kind === 'unknown') return { template, count: pipeline }
  if (tensor.kind === 'unknown') return { template, count: tensor }
  const isMultiprocessing = textAt(runtimeSpec, 'annotations', 'multinode/executor-backend') === 'mp'
  const nodes = isMultiprocessing
    ? pipeline.value
    : rayNodes(pipeline.value * tensor.value, gpusOf(head.spec), gpusOf(spec))
  return { template, count: known(Math.max(0, nodes - 1)) }
}

/** The runtime's worker with the service's first container laid over it. */
function mergedContainers(ofRuntime: Value, own: Value): Value {
  const [worker = object(new Map()), ...others] = itemsOf(field(ofRuntime, 'containers')).items
  const [over = object(new Map()), ...more] = itemsOf(field(own, 'containers')).items
  return list([overlaid(worker, over), ...others, ...more])
}

function sizeOf(own: Value, ofRuntime: Value, key: string): Reading<number> {
  const written = field(own, key)
  const value = written.kind === 'null' ? field(ofRuntime, key) : written
  const reading = countOf(1)(value, `workerSpec.${key}`)
  return reading.kind === 'known' ? reading.value : reading
}

function gpusOf(spec: Value): number {
  const request = podRequest(spec)
  if (request.kind === 'unknown') return 0
  return request.value.accelerators.reduce((sum, { count }) => sum + count, 0)
}

function rayNodes(all: number, ofHead: number, ofWorker: number): number {
  if (ofWorker > 0) {
    const isEnough = ofHead > 0 && all <= ofHead
    return isEnough ? 1 : Math.ceil(all / ofWorker)
  }
  if (ofHead > 0) return 1 + Math.max(0, all - ofHead)
  return all
}
