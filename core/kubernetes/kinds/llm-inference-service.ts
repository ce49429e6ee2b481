import { field } from '../field.ts'
import { llmPods, replicas, withBases } from '../kserve/llm-pods.ts'
import { podGroup } from '../pods/pod-group.ts'
import { mappingAt } from '../pods/pod-template.ts'
import { workloadKind } from '../workload-kind.ts'

// https://github.com/kserve/kserve/blob/master/pkg/apis/serving/v1alpha2/llm_inference_service_types.go
export const llmInferenceService = workloadKind(
  {
    type: 'serving.kserve.io/LLMInferenceService',
    versions: ['v1alpha1', 'v1alpha2'],
    pods: '`spec.template`, `spec.worker`, `spec.prefill.template`, `spec.prefill.worker`, `spec.router.scheduler.template`, over those of `spec.baseRefs`',
    count:
      '`replicas` (1) or `scaling`; with a worker each is a group of max(1, data ÷ dataLocal) or `pipeline` pods',
    reads: {},
  },
  function* (_, context) {
    const { spec, missing } = withBases(field(context.manifest.value, 'spec'), context)
    yield* missing
    const decode = [...llmPods(spec, '', context)]
    if (decode.length === 0)
      yield 'its pods are those of configurations of the cluster, which are not in the repository'
    yield* decode
    yield* llmPods(field(spec, 'prefill'), 'prefill', context)
    const scheduler = field(spec, 'router', 'scheduler')
    const pod = field(scheduler, 'template')
    if (pod.kind === 'null') return
    const template = {
      range: pod.origins?.[0],
      labels: mappingAt(scheduler, 'labels'),
      annotations: mappingAt(scheduler, 'annotations'),
      spec: pod,
    }
    yield podGroup({ role: 'scheduler', template, count: replicas(scheduler) }, context)
  },
)
