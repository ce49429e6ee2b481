import { isMapping, type Value } from '../../domain/value.ts'
import type { PodGroup } from '../../domain/workload.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { component, replicas } from '../kserve/component.ts'
import { workersOf } from '../kserve/multi-node.ts'
import { fixedCount, scaledCount } from '../pods/pod-count.ts'
import { type KindContext, podGroup } from '../pods/pod-group.ts'
import { asWritten } from '../pods/pod-template.ts'
import { workloadKind } from '../workload-kind.ts'

// https://kserve.github.io/website/docs/reference/crd-api
export const inferenceService = workloadKind(
  {
    type: 'serving.kserve.io/InferenceService',
    versions: ['v1beta1'],
    pods: '`spec.predictor`, `spec.transformer`, `spec.explainer`, `spec.canary[].predictor`: pod specs themselves, over the containers of the ServingRuntime',
    count:
      '`minReplicas` (1) to `maxReplicas` (no limit under Knative), a canary `minReplicas`; with `workerSpec` as many nodes as hold tensor × pipeline GPUs',
    reads: { predictor: asWritten, transformer: asWritten, explainer: asWritten, canary: asWritten },
  },
  function* ({ canary, ...components }, context) {
    for (const [role, value] of Object.entries(components)) yield* pods(role, value, context)
    for (const item of itemsOf(canary).items) {
      const predictor = field(item, 'predictor')
      yield* pods(`canary ${textAt(predictor, 'name') ?? ''}`.trim(), predictor, context)
    }
  },
)

function* pods(role: string, value: Value, context: KindContext): Generator<PodGroup | string> {
  if (!isMapping(value) && value.kind !== 'unknown') return
  const { template, assumptions, runtimeSpec } = component(value, context)
  yield* assumptions
  const scaled = replicas(value, context)
  // Canaries are not scaled.
  const count = role.startsWith('canary') ? fixedCount(scaled.now) : scaled
  if (count.low.kind === 'known' && count.low.value === 0)
    yield `the ${role} scales to zero when nobody asks it: it is counted as running`
  yield podGroup({ role, template, count }, context)
  const workers = workersOf(value, runtimeSpec, template)
  if (!workers) return
  const beside = scaledCount(count, workers.count)
  yield podGroup({ role: `${role} worker`, template: workers.template, count: beside }, context)
}
