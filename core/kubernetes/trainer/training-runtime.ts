import { field, textAt } from '../field.ts'
import type { Manifest } from '../manifest.ts'
import type { KindContext } from '../pods/pod-group.ts'

/** The runtime that a TrainJob names; as text why there is none. */
export function trainingRuntime({ manifest, surroundings }: KindContext): Manifest | string {
  const ref = field(manifest.value, 'spec', 'runtimeRef')
  const name = textAt(ref, 'name')
  const kind = textAt(ref, 'kind') ?? 'ClusterTrainingRuntime'
  if (name === undefined) return 'it names no runtime'
  const namespace = kind === 'TrainingRuntime' ? manifest.namespace : undefined
  return (
    surroundings.find(`trainer.kubeflow.org/${kind}`, name, namespace) ??
    `runtime ${name} is not in the repository`
  )
}
