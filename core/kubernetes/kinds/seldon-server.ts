import { maybe, type Reading, string } from '../../domain/reads.ts'
import { field } from '../field.ts'
import { replicasWith, type Scaler } from '../joins/scale-targets.ts'
import { overlaid } from '../overlaid.ts'
import { countOf } from '../pods/pod-count.ts'
import { podGroup } from '../pods/pod-group.ts'
import { asWritten, bareTemplate } from '../pods/pod-template.ts'
import { workloadKind } from '../workload-kind.ts'

// https://docs.seldon.ai/seldon-core-2/user-guide/kubernetes-resources/server
export const seldonServer = workloadKind(
  {
    type: 'mlops.seldon.io/Server',
    versions: ['v1alpha1'],
    pods: '`spec.podSpec`, over that of the ServerConfig',
    count: '`spec.replicas` (1), `minReplicas` to `maxReplicas`; a Model has no pods of its own',
    reads: {
      serverConfig: maybe(string()),
      replicas: countOf(1),
      minReplicas: countOf(undefined),
      maxReplicas: countOf(undefined),
      podSpec: asWritten,
    },
  },
  function* ({ serverConfig, replicas, minReplicas, maxReplicas, podSpec }, context) {
    const { manifest, surroundings } = context
    const name = serverConfig.kind === 'known' ? serverConfig.value : undefined
    const config =
      name === undefined
        ? undefined
        : surroundings.find('mlops.seldon.io/ServerConfig', name, manifest.namespace)
    if (!config)
      yield `ServerConfig ${name ?? ''} is not in the repository: only what the server itself asks for is counted`
    const base = config ? field(config.value, 'spec', 'podSpec') : ({ kind: 'null' } as const)
    const template = bareTemplate(overlaid(base, podSpec))
    yield podGroup({ template, count: replicasWith(scaler(minReplicas, maxReplicas), replicas) }, context)
  },
)

function scaler(low: Reading<number | undefined>, high: Reading<number | undefined>): Scaler | undefined {
  if (high.kind !== 'known' || high.value === undefined) return undefined
  const least = low.kind === 'known' ? { kind: 'known' as const, value: low.value ?? 1 } : low
  return { name: "Seldon's autoscaler", low: least, high: { kind: 'known', value: high.value } }
}
