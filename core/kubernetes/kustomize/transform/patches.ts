import { isMapping, isSequence, type MappingValue, type Value } from '../../../domain/value.ts'
import type { Range } from '../../../source/source-file.ts'
import { type BuiltObject, indexById, rememberId } from '../built-object.ts'
import { fileDocuments, inlineDocuments } from '../documents.ts'
import { applyJsonPatch } from '../json-patch.ts'
import { type LayerContext, rangeIn, type Transformer } from '../layer.ts'
import { mergeSchemaOf } from '../merge-schema.ts'
import { describeId, idKey, idOf } from '../object-id.ts'
import { readSelector } from '../selector.ts'
import { strategicMerge } from '../strategic-merge.ts'
import { itemsBelow, textBelow, textOf, valueBelow, withoutEntry, withValueBelow } from '../value-edits.ts'

type Objects = readonly BuiltObject[]

/** `patchesStrategicMerge:`: files, or patches themselves. */
export const patchStrategicMerge: Transformer = (objects, context) =>
  itemsBelow(context.layer.value, 'patchesStrategicMerge').reduce<Objects>((patched, item) => {
    const text = textOf(item) ?? ''
    const documents = /\n|: /.test(text) ? inlineDocuments(item, context) : fileDocuments(text, item, context)
    return documents.reduce<Objects>(
      (all, patch) => (isMapping(patch) ? mergeByName(all, patch, item, context) : all),
      patched,
    )
  }, objects)

/** `patches:`, each of either kind, inline or in a file. */
export const patch: Transformer = (objects, context) =>
  itemsBelow(context.layer.value, 'patches').reduce<Objects>(
    (patched, item) => applyPatch(patched, item, context),
    objects,
  )

/** `patchesJson6902:`. */
export const patchJson6902: Transformer = (objects, context) =>
  itemsBelow(context.layer.value, 'patchesJson6902').reduce<Objects>(
    (patched, item) => applyPatch(patched, item, context),
    objects,
  )

function applyPatch(objects: Objects, item: Value, context: LayerContext): Objects {
  const { layer, report } = context
  const range = rangeIn(layer, item)
  const [inline, path] = [valueBelow(item, 'patch'), valueBelow(item, 'path')]
  if (!textOf(inline) === !textOf(path)) {
    report('a patch needs one of `patch` and `path`', range)
    return objects
  }
  const documents = textOf(inline)
    ? inlineDocuments(inline!, context)
    : fileDocuments(textOf(path)!, path!, context)
  const target = valueBelow(item, 'target')
  const operations = documents[0]
  if (operations && isSequence(operations)) {
    if (target) return patchEach(objects, target, operations.items, range, context)
    report('a JSON patch needs a `target`', range)
    return objects
  }
  const options = valueBelow(item, 'options')
  return documents.reduce<Objects>((patched, document) => {
    if (!isMapping(document)) return patched
    return target
      ? mergeIntoEach(patched, target, document, options, range, context)
      : mergeByName(patched, document, item, context, options)
  }, objects)
}

function patchEach(
  objects: Objects,
  target: Value,
  operations: readonly Value[],
  range: Range,
  context: LayerContext,
): Objects {
  return selected(objects, target, range, context, (object) => {
    const result = applyJsonPatch(object.value, operations)
    if (result.kind === 'patched' && isMapping(result.value))
      return { ...rememberId(object), value: result.value }
    const { because, operation } =
      result.kind === 'failed' ? result : { because: 'nothing is left of it', operation: target }
    context.report(
      `the patch cannot be applied to ${describeId(idOf(object.value))}: ${because}`,
      operation.origins?.[0] ?? range,
    )
    return object
  })
}

function mergeIntoEach(
  objects: Objects,
  target: Value,
  patch: MappingValue,
  options: Value | undefined,
  range: Range,
  context: LayerContext,
): Objects {
  return selected(objects, target, range, context, (object) => merged(object, patch, options))
}

function selected(
  objects: Objects,
  target: Value,
  range: Range,
  { report }: LayerContext,
  change: (object: BuiltObject) => BuiltObject | undefined,
): Objects {
  const selector = readSelector(target)
  if (selector.kind === 'invalid') {
    report(`the patch is not applied: ${selector.because}`, range)
    return objects
  }
  return objects.flatMap((object) => {
    // What is not read in full (the schema of a definition) cannot be patched, nor said to be patched wrongly.
    if (object.value.open || !selector.selects(object)) return [object]
    return change(object) ?? []
  })
}

function mergeByName(
  objects: Objects,
  patch: MappingValue,
  item: Value,
  { layer, report, isPartial }: LayerContext,
  options?: Value,
): Objects {
  const id = idOf(patch)
  const places = indexById(objects).get(idKey(id)) ?? []
  const [place] = places
  if (place === undefined && isPartial) return objects
  if (place === undefined || places.length > 1) {
    const found = places.length > 1 ? `${places.length} objects` : 'no object'
    report(`${found} to patch as ${describeId(id)}`, patch.origins?.[0] ?? rangeIn(layer, item))
    return objects
  }
  const changed = merged(objects[place]!, patch, options)
  return changed ? objects.with(place, changed) : objects.toSpliced(place, 1)
}

/** Undefined where the patch deletes the object. Its name, kind and namespace stay, unless the options let go of them. */
function merged(
  object: BuiltObject,
  patch: MappingValue,
  options: Value | undefined,
): BuiltObject | undefined {
  const mayRename = textBelow(options, 'allowNameChange') === 'true'
  const mayChangeKind = textBelow(options, 'allowKindChange') === 'true'
  const { value } = object
  const schema = mergeSchemaOf(textBelow(value, 'apiVersion') ?? '', textBelow(value, 'kind') ?? '')
  let result = strategicMerge(value, patch, schema)
  if (!result || !isMapping(result)) return undefined
  const kept = [
    ['apiVersion'],
    ...(mayChangeKind ? [] : [['kind']]),
    ...(mayRename ? [] : [['metadata', 'name']]),
    ['metadata', 'namespace'],
  ]
  for (const path of kept) result = kept && restore(result, path, valueBelow(value, ...path))
  return { ...(mayRename || mayChangeKind ? rememberId(object) : object), value: result }
}

function restore(value: MappingValue, path: readonly string[], before: Value | undefined): MappingValue {
  if (before) return withValueBelow(value, path, before)
  const metadata = value.entries.get('metadata')
  if (path.length === 1 || !metadata || !isMapping(metadata)) return value
  return withValueBelow(value, ['metadata'], withoutEntry(metadata, path[1]!))
}
