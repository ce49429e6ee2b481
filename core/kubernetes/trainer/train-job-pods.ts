import { isMapping, list, number, object, type Value } from '../../domain/value.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { overlaid } from '../overlaid.ts'

const STEP = 'trainer.kubeflow.org/trainjob-ancestor-step'

/** Whether a job of a runtime is the one that trains; the others load data and model before it. */
function isTrainer(job: Value): boolean {
  return (
    (textAt(job, 'template', 'metadata', 'labels', STEP) ?? textAt(job, 'name')) === 'trainer' ||
    textAt(job, 'name') === 'node'
  )
}

/**
 * A job of the runtime as a TrainJob makes it: `numNodes` pods at once with `resourcesPerNode`, and its patches.
 * https://www.kubeflow.org/docs/components/trainer/operator-guides/runtime/
 */
export function jobOfRuntime(job: Value, spec: Value, numNodes: number | undefined): Value {
  const patched = patches(spec, textAt(job, 'name')).reduce(laidOver, job)
  if (!isTrainer(job)) return patched
  const withNodes = numNodes === undefined ? patched : overlaid(patched, onNodes(numNodes))
  const resources = field(spec, 'trainer', 'resourcesPerNode')
  return resources.kind === 'null' ? withNodes : withResources(withNodes, resources)
}

function onNodes(count: number): Value {
  const pods = number(count)
  return below(
    ['template', 'spec'],
    object(
      new Map([
        ['parallelism', pods],
        ['completions', pods],
      ]),
    ),
  )
}

function below(path: readonly string[], value: Value): Value {
  return path.reduceRight((inner, key) => object(new Map([[key, inner]])), value)
}

const CONTAINERS = ['template', 'spec', 'template', 'spec', 'containers']

/** The trainer's container is called `node`; where none is, it is the first. */
function withResources(job: Value, resources: Value): Value {
  const { items } = itemsOf(field(job, ...CONTAINERS))
  const node = Math.max(
    0,
    items.findIndex((item) => textAt(item, 'name') === 'node'),
  )
  const containers = items.map((item, index) => {
    if (index !== node || !isMapping(item)) return item
    return { ...item, entries: new Map([...item.entries, ['resources', resources]]) }
  })
  return overlaid(job, below(CONTAINERS, list(containers)))
}

/** `runtimePatches`, and `podTemplateOverrides` of older versions, for one job: each as a job that is laid over it. */
function patches(spec: Value, name: string | undefined): readonly Value[] {
  const newer = itemsOf(field(spec, 'runtimePatches')).items.flatMap((patch) =>
    itemsOf(field(patch, 'trainingRuntimeSpec', 'template', 'spec', 'replicatedJobs')).items.filter(
      (job) => textAt(job, 'name') === name,
    ),
  )
  const older = itemsOf(field(spec, 'podTemplateOverrides')).items.flatMap((override) => {
    const targets = itemsOf(field(override, 'targetJobs')).items.map((job) => textAt(job, 'name'))
    if (!targets.includes(name)) return []
    const template = object(
      new Map([
        ['metadata', field(override, 'metadata')],
        ['spec', field(override, 'spec')],
      ]),
    )
    return [below(['template', 'spec', 'template'], template)]
  })
  return [...newer, ...older]
}

/** Patches reach variables and mounts of containers, never their resources. */
function laidOver(job: Value, patch: Value): Value {
  const containers = field(job, ...CONTAINERS)
  const name = field(job, 'name')
  const both = overlaid(job, patch)
  return overlaid(overlaid(both, below(CONTAINERS, containers)), below(['name'], name))
}
