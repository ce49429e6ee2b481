import { isMapping, type MappingValue, object, string, type Value, writtenAt } from '../../../domain/value.ts'
import type { BuiltObject } from '../built-object.ts'
import { type FieldSpec, isSelected, updateField } from '../field-spec.ts'
import { readFieldSpec } from '../fields/read-fields.ts'
import { type Layer, type LayerContext, rangeIn, type Transformer } from '../layer.ts'
import { kindOf } from '../object-id.ts'
import { itemsBelow, textBelow, textOf, valueBelow, withEntry } from '../value-edits.ts'

/** `labels:`, then the older `commonLabels:`, which selectors get too. */
export const addLabels: Transformer = (objects, context) => {
  const { layer, fields } = context
  let labelled = objects
  for (const item of itemsBelow(layer.value, 'labels'))
    labelled = write(labelled, layer, valueBelow(item, 'pairs'), labelFields(item, context))
  return write(labelled, layer, layer.value.entries.get('commonLabels'), fields.commonLabels)
}

function labelFields(item: Value, { fields }: LayerContext): readonly FieldSpec[] {
  const own = [...itemsBelow(item, 'fields').map(readFieldSpec), ...fields.labels]
  if (textBelow(item, 'includeSelectors') === 'true') return [...own, ...fields.commonLabels]
  const templates = textBelow(item, 'includeTemplates') === 'true' ? fields.templateLabels : []
  return [...own, ...templates, { path: 'metadata/labels', create: true }]
}

/** `commonAnnotations:`. */
export const addAnnotations: Transformer = (objects, { layer, fields }) =>
  write(objects, layer, layer.value.entries.get('commonAnnotations'), fields.commonAnnotations)

function write(
  objects: readonly BuiltObject[],
  layer: Layer,
  pairs: Value | undefined,
  fields: readonly FieldSpec[],
): readonly BuiltObject[] {
  if (!pairs || !isMapping(pairs) || pairs.entries.size === 0) return objects
  const texts = new Map<string, Value>()
  for (const [key, value] of pairs.entries)
    texts.set(key, writtenAt(string(textOf(value) ?? ''), rangeIn(layer, value)))
  return objects.map((built) => ({ ...built, value: writeInto(built.value, texts, fields) }))
}

const EMPTY = object(new Map())

function writeInto(
  value: MappingValue,
  pairs: ReadonlyMap<string, Value>,
  fields: readonly FieldSpec[],
): MappingValue {
  const kind = kindOf(value)
  let changed = value
  for (const { path, create, ...selector } of fields)
    if (isSelected(kind, selector))
      changed = updateField(
        changed,
        path,
        (mapping) => {
          if (!isMapping(mapping)) return undefined
          let written = mapping
          for (const [key, text] of pairs) written = withEntry(written, key, text)
          return written
        },
        create ? EMPTY : undefined,
      )
  return changed
}
