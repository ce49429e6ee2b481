import { isMapping } from '../../domain/value.ts'
import { component, replicas } from '../kserve/component.ts'
import { workersOf } from '../kserve/multi-node.ts'
import { scaledCount } from '../pods/pod-count.ts'
import { podGroup } from '../pods/pod-group.ts'
import { asWritten } from '../pods/pod-template.ts'
import { workloadKind } from '../workload-kind.ts'

// https://kserve.github.io/website/docs/reference/crd-api
export const inferenceService = workloadKind(
  {
    type: 'serving.kserve.io/InferenceService',
    versions: ['v1beta1'],
    pods: '`spec.predictor`, `spec.transformer`, `spec.explainer`: pod specs themselves, over the containers of the ServingRuntime',
    count:
      '`minReplicas` (1) to `maxReplicas` (no limit under Knative); with `workerSpec` as many nodes as hold tensor × pipeline GPUs',
    reads: { predictor: asWritten, transformer: asWritten, explainer: asWritten },
  },
  function* (spec, context) {
    for (const [role, value] of Object.entries(spec)) {
      if (!isMapping(value) && value.kind !== 'unknown') continue
      const { template, assumptions, runtimeSpec } = component(value, context)
      yield* assumptions
      const count = replicas(value, context)
      if (count.low.kind === 'known' && count.low.value === 0)
        yield `the ${role} scales to zero when nobody asks it: it is counted as running`
      yield podGroup({ role, template, count }, context)
      const workers = workersOf(value, runtimeSpec, template)
      if (!workers) continue
      yield podGroup(
        { role: `${role} worker`, template: workers.template, count: scaledCount(count, workers.count) },
        context,
      )
    }
  },
)
