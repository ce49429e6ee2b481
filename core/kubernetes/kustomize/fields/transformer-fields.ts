import type { FieldSpec } from '../field-spec.ts'
import { COMMON_ANNOTATIONS, COMMON_LABELS, TEMPLATE_LABELS } from './label-fields.ts'
import { NAME_REFERENCES, type NameReference } from './name-fields.ts'
import { VAR_REFERENCES } from './var-fields.ts'

/** Which fields each transformer of Kustomize writes; a kustomization's `configurations` add to them. */
export interface TransformerFields {
  readonly namePrefix: readonly FieldSpec[]
  readonly nameSuffix: readonly FieldSpec[]
  readonly namespace: readonly FieldSpec[]
  readonly labels: readonly FieldSpec[]
  readonly commonLabels: readonly FieldSpec[]
  readonly templateLabels: readonly FieldSpec[]
  readonly commonAnnotations: readonly FieldSpec[]
  readonly images: readonly FieldSpec[]
  readonly replicas: readonly FieldSpec[]
  readonly varReference: readonly FieldSpec[]
  readonly nameReference: readonly NameReference[]
}

/** Kustomize 5.8's own (`kustomize config`), which it keeps in `api/internal/konfig/builtinpluginconsts`. */
export const DEFAULT_FIELDS: TransformerFields = {
  namePrefix: [{ path: 'metadata/name' }],
  nameSuffix: [{ path: 'metadata/name' }],
  namespace: [
    { path: 'metadata/name', kind: 'Namespace', create: true },
    { path: 'spec/service/namespace', kind: 'APIService', group: 'apiregistration.k8s.io', create: true },
    {
      path: 'spec/conversion/webhook/clientConfig/service/namespace',
      kind: 'CustomResourceDefinition',
      group: 'apiextensions.k8s.io',
    },
  ],
  labels: [],
  commonLabels: COMMON_LABELS,
  templateLabels: TEMPLATE_LABELS,
  commonAnnotations: COMMON_ANNOTATIONS,
  images: [
    'spec/containers[]/image',
    'spec/initContainers[]/image',
    'spec/volumes[]/image/reference',
    'spec/template/spec/containers[]/image',
    'spec/template/spec/initContainers[]/image',
    'spec/template/spec/volumes[]/image/reference',
  ].map((path) => ({ path })),
  replicas: ['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map((kind) => ({
    path: 'spec/replicas',
    kind,
    create: true,
  })),
  varReference: VAR_REFERENCES,
  nameReference: NAME_REFERENCES,
}

/** Both together, each field once. */
export function joinFields(first: TransformerFields, then: TransformerFields): TransformerFields {
  if (first === then) return first
  const joined = (key: Exclude<keyof TransformerFields, 'nameReference'>) =>
    unique([...first[key], ...then[key]])
  return {
    namePrefix: joined('namePrefix'),
    nameSuffix: joined('nameSuffix'),
    namespace: joined('namespace'),
    labels: joined('labels'),
    commonLabels: joined('commonLabels'),
    templateLabels: joined('templateLabels'),
    commonAnnotations: joined('commonAnnotations'),
    images: joined('images'),
    replicas: joined('replicas'),
    varReference: joined('varReference'),
    nameReference: joinReferences([...first.nameReference, ...then.nameReference]),
  }
}

function unique(fields: readonly FieldSpec[]): readonly FieldSpec[] {
  return [...new Map(fields.map((field) => [fieldKey(field), field])).values()]
}

const fieldKey = ({ path, group, version, kind }: FieldSpec) => [path, group, version, kind].join(' ')

function joinReferences(references: readonly NameReference[]): readonly NameReference[] {
  const joined = new Map<string, NameReference>()
  for (const { target, fields } of references) {
    const key = [target.group, target.version, target.kind].join(' ')
    joined.set(key, { target, fields: unique([...(joined.get(key)?.fields ?? []), ...fields]) })
  }
  return [...joined.values()]
}
