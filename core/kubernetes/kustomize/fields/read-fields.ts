import type { Value } from '../../../domain/value.ts'
import type { FieldSpec } from '../field-spec.ts'
import { itemsBelow, textBelow } from '../value-edits.ts'
import { DEFAULT_FIELDS, joinFields, type TransformerFields } from './transformer-fields.ts'

export function readFieldSpec(value: Value): FieldSpec {
  const [group, version, kind] = ['group', 'version', 'kind'].map((key) => textBelow(value, key))
  return {
    path: textBelow(value, 'path') ?? '',
    ...(group ? { group } : {}),
    ...(version ? { version } : {}),
    ...(kind ? { kind } : {}),
    ...(textBelow(value, 'create') === 'true' ? { create: true } : {}),
  }
}

/** The default fields and those that a file of `configurations:` adds. */
export function readTransformerFields(value: Value): TransformerFields {
  const read = (key: string) => itemsBelow(value, key).map(readFieldSpec)
  return joinFields(DEFAULT_FIELDS, {
    namePrefix: read('namePrefix'),
    nameSuffix: read('nameSuffix'),
    namespace: read('namespace'),
    labels: read('labels'),
    commonLabels: read('commonLabels'),
    templateLabels: read('templateLabels'),
    commonAnnotations: read('commonAnnotations'),
    images: read('images'),
    replicas: read('replicas'),
    varReference: read('varReference'),
    nameReference: itemsBelow(value, 'nameReference').map((reference) => {
      const { path: _, create: __, ...target } = readFieldSpec(reference)
      return { target, fields: itemsBelow(reference, 'fieldSpecs').map(readFieldSpec) }
    }),
  })
}
