import type { FieldSpec } from '../field-spec.ts'

const IN_CONTAINERS = ['args', 'command', 'env/value', 'volumeMounts/mountPath']

function inPods(kind: string, spec: string, nfs = `${spec}/volumes/nfs/server`): readonly FieldSpec[] {
  return [
    ...['containers', 'initContainers'].flatMap((containers) =>
      IN_CONTAINERS.map((path) => ({ kind, path: `${spec}/${containers}/${path}` })),
    ),
    { kind, path: nfs },
  ]
}

/** Where `$(NAME)` stands for a variable of `vars`. */
export const VAR_REFERENCES: readonly FieldSpec[] = [
  ...inPods(
    'CronJob',
    'spec/jobTemplate/spec/template/spec',
    'spec/jobTemplate/spec/template/volumes/nfs/server',
  ),
  ...['DaemonSet', 'Deployment', 'Job', 'ReplicaSet'].flatMap((kind) => inPods(kind, 'spec/template/spec')),
  ...inPods('StatefulSet', 'spec/template/spec', 'spec/volumeClaimTemplates/spec/nfs/server'),
  ...inPods('Pod', 'spec'),
  { kind: 'Deployment', path: 'spec/template/metadata/annotations' },
  { kind: 'Ingress', path: 'spec/rules/host' },
  { kind: 'Ingress', path: 'spec/tls/hosts' },
  { kind: 'Ingress', path: 'spec/tls/secretName' },
  { kind: 'Service', path: 'spec/ports/port' },
  { kind: 'Service', path: 'spec/ports/targetPort' },
  { kind: 'PersistentVolume', path: 'spec/nfs/server' },
  { path: 'metadata/labels' },
  { path: 'metadata/annotations' },
]
