import { known, type Reading } from '../../domain/reads.ts'
import { isMapping, type Value } from '../../domain/value.ts'
import type { PodCount, PodGroup } from '../../domain/workload.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { leaderWorkerPods } from '../leader-worker-pods.ts'
import { overlaid } from '../overlaid.ts'
import { clamp, countOf, fixedCount, movingCount } from '../pods/pod-count.ts'
import { type KindContext, podGroup } from '../pods/pod-group.ts'
import { mappingAt, type PodTemplate } from '../pods/pod-template.ts'

const CONFIG = 'serving.kserve.io/LLMInferenceServiceConfig'

/** The spec over those that `baseRefs` name, the last of them nearest. */
export function withBases(
  spec: Value,
  { manifest, surroundings }: KindContext,
): { readonly spec: Value; readonly missing: readonly string[] } {
  const missing: string[] = []
  let base: Value = { kind: 'null' }
  for (const ref of itemsOf(field(spec, 'baseRefs')).items) {
    const name = textAt(ref, 'name') ?? ''
    const config = surroundings.find(CONFIG, name, manifest.namespace)
    if (config) base = overlaid(base, field(config.value, 'spec'), 'by-name')
    else
      missing.push(
        `LLMInferenceServiceConfig ${name} is not in the repository: what it asks for is not counted`,
      )
  }
  return { spec: overlaid(base, spec, 'by-name'), missing }
}

/** Pods of a `WorkloadSpec`: one pod a replica or, with `worker`, a group of pods. Labels are the workload's own. */
export function* llmPods(spec: Value, role: string, context: KindContext): Generator<PodGroup> {
  const labelled = (podSpec: Value): PodTemplate => ({
    range: podSpec.origins?.[0],
    labels: mappingAt(spec, 'labels'),
    annotations: mappingAt(spec, 'annotations'),
    spec: podSpec,
  })
  const [template, worker] = [field(spec, 'template'), field(spec, 'worker')]
  const count = replicas(spec)
  if (!isMapping(worker)) {
    if (template.kind !== 'null') yield podGroup({ role, template: labelled(template), count }, context)
    return
  }
  const leaderWorkerTemplate = {
    size: groupSize(field(spec, 'parallelism')),
    leaderTemplate: template.kind === 'null' ? undefined : labelled(template),
    workerTemplate: labelled(worker),
  }
  yield* leaderWorkerPods({ replicas: count.now, leaderWorkerTemplate }, count, context, role)
}

export function replicas(spec: Value): PodCount {
  const written = read(field(spec, 'replicas'), 'replicas', 1)
  const scaling = field(spec, 'scaling')
  if (!isMapping(scaling)) return fixedCount(written)
  const low = read(field(scaling, 'minReplicas'), 'scaling.minReplicas', 1)
  const high = read(field(scaling, 'maxReplicas'), 'scaling.maxReplicas', 1)
  if (low.kind === 'unknown' || high.kind === 'unknown' || written.kind === 'unknown')
    return movingCount(low, low, high, "KServe's autoscaler")
  const now = known(clamp(written.value, low.value, Math.max(low.value, high.value)))
  return movingCount(low, now, high, "KServe's autoscaler")
}

/** https://github.com/kserve/kserve/blob/master/pkg/apis/serving/v1alpha2/llm_inference_service_types_func.go: GetSize */
function groupSize(parallelism: Value): Reading<number> {
  const data = read(field(parallelism, 'data'), 'parallelism.data', 0)
  const dataLocal = read(field(parallelism, 'dataLocal'), 'parallelism.dataLocal', 0)
  const pipeline = read(field(parallelism, 'pipeline'), 'parallelism.pipeline', 1)
  if (data.kind === 'unknown') return data
  if (dataLocal.kind === 'unknown') return dataLocal
  if (data.value > 0 || dataLocal.value > 0)
    return known(Math.max(1, Math.floor(data.value / Math.max(1, dataLocal.value))))
  return pipeline
}

function read(value: Value, name: string, fallback: number): Reading<number> {
  const reading = countOf(fallback)(value, name)
  return reading.kind === 'known' ? reading.value : reading
}
