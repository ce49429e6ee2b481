import { block, blocks, maybe, type Read, type Reading, string } from '../../domain/reads.ts'
import { textAt } from '../field.ts'
import { replicasWith, type Scaler } from '../joins/scale-targets.ts'
import { countOf } from '../pods/pod-count.ts'
import { podGroup, unknownGroup } from '../pods/pod-group.ts'
import { asWritten, mappingAt, merged, templateOf } from '../pods/pod-template.ts'
import { workloadKind } from '../workload-kind.ts'

const COMPONENT = {
  replicas: countOf(undefined),
  metadata: asWritten,
  spec: asWritten,
  hpaSpec: block({ minReplicas: countOf(1), maxReplicas: countOf(1) }),
  kedaSpec: block({ minReplicaCount: countOf(0), maxReplicaCount: countOf(100) }),
}

// https://docs.seldon.ai/seldon-core-1/configuration/deployments/seldondeployment
export const seldonDeployment = workloadKind(
  {
    type: 'machinelearning.seldon.io/SeldonDeployment',
    versions: ['v1', 'v1alpha2', 'v1alpha3'],
    pods: '`spec.predictors[].componentSpecs[].spec`',
    count:
      '`replicas` of the component, else of its predictor, else `spec.replicas` (1); `hpaSpec` or `kedaSpec`',
    reads: {
      replicas: countOf(1),
      predictors: blocks({
        name: maybe(string('')),
        replicas: countOf(undefined),
        labels: asWritten,
        graph: asWritten,
        componentSpecs: blocks(COMPONENT),
      }),
    },
  },
  function* (spec, context) {
    for (const predictor of spec.predictors) {
      if (predictor.kind === 'unknown') {
        yield unknownGroup(predictor.because, context.manifest, 'predictor')
        continue
      }
      const { componentSpecs, graph, labels } = predictor.value
      const role = predictor.value.name.kind === 'known' ? predictor.value.name.value : 'predictor'
      const server = textAt(graph, 'implementation')
      if (server !== undefined && componentSpecs.length === 0)
        yield unknownGroup(
          `it is served by ${server}, whose requests the cluster's configuration says`,
          context.manifest,
          role,
        )
      for (const component of componentSpecs) {
        if (component.kind === 'unknown') {
          yield unknownGroup(component.because, context.manifest, role)
          continue
        }
        const replicas = firstOf(component.value.replicas, predictor.value.replicas, spec.replicas)
        const own = templateOf({
          kind: 'object',
          entries: new Map(
            Object.entries({ metadata: component.value.metadata, spec: component.value.spec }),
          ),
        })
        const template = {
          ...own,
          range: component.value.spec.origins?.[0],
          labels: merged(mappingAt(labels), own.labels),
        }
        yield podGroup({ role, template, count: replicasWith(scalerOf(component.value), replicas) }, context)
      }
    }
    yield 'the orchestrator that Seldon adds to each pod is not counted'
  },
)

function firstOf(
  component: Reading<number | undefined>,
  predictor: Reading<number | undefined>,
  whole: Reading<number>,
): Reading<number> {
  for (const reading of [component, predictor]) {
    if (reading.kind === 'unknown') return reading
    if (reading.value !== undefined) return { kind: 'known', value: reading.value }
  }
  return whole
}

function scalerOf({ hpaSpec, kedaSpec }: Read<typeof COMPONENT>): Scaler | undefined {
  if (hpaSpec) return { name: '`hpaSpec`', low: hpaSpec.minReplicas, high: hpaSpec.maxReplicas }
  return kedaSpec && { name: '`kedaSpec`', low: kedaSpec.minReplicaCount, high: kedaSpec.maxReplicaCount }
}
