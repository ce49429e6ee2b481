import { isMapping, isSequence, string, type Value } from '../../../domain/value.ts'
import type { BuiltObject } from '../built-object.ts'
import { fileDocuments } from '../documents.ts'
import { updateAtPath, valueAtPath } from '../field-path.ts'
import { isSelected } from '../field-spec.ts'
import { type LayerContext, rangeIn, type Transformer } from '../layer.ts'
import { idOf, type ObjectId } from '../object-id.ts'
import { idMatcher, textSelector } from '../selector.ts'
import { itemsBelow, textBelow, textOf, valueBelow } from '../value-edits.ts'

type Objects = readonly BuiltObject[]
type Refuse = (because: string, at?: Value) => void

/** `replacements:`: a field of one object copied into fields of others. */
export const replaceFields: Transformer = (objects, context) =>
  itemsBelow(context.layer.value, 'replacements')
    .flatMap((item) => {
      const path = valueBelow(item, 'path')
      if (!path) return [item]
      return fileDocuments(textOf(path) ?? '', path, context).flatMap((document) =>
        isSequence(document) ? document.items : [document],
      )
    })
    .reduce<Objects>((changed, item) => replaceOne(changed, item, context), objects)

function replaceOne(objects: Objects, item: Value, { layer, report, isPartial }: LayerContext): Objects {
  const refuse: Refuse = (because, at = item) =>
    report(`the replacement is not made: ${because}`, rangeIn(layer, at))
  const source = sourceOf(objects, item, isPartial ? () => {} : refuse)
  if (!source) return objects
  return itemsBelow(item, 'targets').reduce<Objects>(
    (changed, target) => writeTargets(changed, target, source, refuse),
    objects,
  )
}

function sourceOf(objects: Objects, item: Value, refuse: Refuse): Value | undefined {
  const literal = valueBelow(item, 'sourceValue')
  if (literal) return { ...literal, ...string(textOf(literal) ?? '') }
  const source = valueBelow(item, 'source')
  if (!source) {
    refuse('it has no `source`')
    return undefined
  }
  const found = objects.filter((object) => isSourceOf(object, source))
  if (found.length !== 1) {
    refuse(`${found.length === 0 ? 'no object is' : `${found.length} objects are`} its source`, source)
    return undefined
  }
  const path = textBelow(source, 'fieldPath') || 'metadata.name'
  const value = valueAtPath(found[0]!.value, path)
  if (!value || value.kind === 'null') {
    refuse(`its source has no field "${path}"`, source)
    return undefined
  }
  const delimiter = textBelow(source, 'options', 'delimiter')
  if (!delimiter) return value
  const part = (textOf(value) ?? '').split(delimiter)[Number(textBelow(source, 'options', 'index') ?? 0)]
  if (part === undefined) refuse(`"${path}" of its source has fewer parts`, source)
  return part === undefined ? undefined : { ...value, ...string(part) }
}

const allIds = ({ previous, value }: BuiltObject): readonly ObjectId[] => [...previous, idOf(value)]

function isSourceOf(object: BuiltObject, source: Value): boolean {
  const [group, version, kind, name, namespace] = ['group', 'version', 'kind', 'name', 'namespace'].map(
    (key) => textBelow(source, key) ?? '',
  ) as [string, string, string, string, string]
  return allIds(object).some(
    (id) =>
      isSelected(id, { group, version, kind }) &&
      (name === '' || name === id.name) &&
      (namespace === '' || namespace === id.namespace),
  )
}

function writeTargets(objects: Objects, target: Value, source: Value, refuse: Refuse): Objects {
  const select = valueBelow(target, 'select')
  if (!select) {
    refuse('a target needs `select`', target)
    return objects
  }
  const selects = targetSelector(select, itemsBelow(target, 'reject'))
  if (typeof selects === 'string') {
    refuse(selects, target)
    return objects
  }
  const paths = itemsBelow(target, 'fieldPaths').map((path) => textOf(path) ?? '')
  const options = valueBelow(target, 'options')
  const isCreated = textBelow(options, 'create') === 'true'
  return objects.map((object) => {
    if (!selects(object)) return object
    let { value } = object
    for (const path of paths.length === 0 ? ['metadata.name'] : paths) {
      const written = updateAtPath(
        value,
        path,
        (old) => replaced(old, source, options),
        isCreated ? source : undefined,
      )
      if (!written || !isMapping(written)) refuse(`"${path}" is not there in its target`, target)
      else value = written
    }
    return { ...object, value }
  })
}

function targetSelector(
  select: Value,
  reject: readonly Value[],
): string | ((object: BuiltObject) => boolean) {
  const wanted = objectMatcher(select)
  if (typeof wanted === 'string') return wanted
  const unwanted = reject.map(objectMatcher)
  const wrong = unwanted.find((matcher) => typeof matcher === 'string')
  if (typeof wrong === 'string') return wrong
  return (object) => {
    if (!wanted(object).byText || !wanted(object).byId) return false
    return !unwanted.some((matcher, index) => {
      if (typeof matcher === 'string') return false
      const { byText, byId } = matcher(object)
      const asksText = ['labelSelector', 'annotationSelector'].some((key) => textBelow(reject[index], key))
      const asksId = ['group', 'version', 'kind', 'name', 'namespace'].some((key) =>
        textBelow(reject[index], key),
      )
      return (asksText && byText) || (asksId && byId)
    })
  }
}

function objectMatcher(
  selector: Value,
): string | ((object: BuiltObject) => { byId: boolean; byText: boolean }) {
  const ids = idMatcher(selector)
  const texts = textSelector(selector)
  if (ids.kind === 'invalid') return ids.because
  if (texts.kind === 'invalid') return texts.because
  const { matcher } = ids
  return (object) => ({
    byText: texts.selects(object),
    byId: allIds(object).some(
      (id) =>
        matcher.matchesKind(id) && matcher.matchesName(id.name) && matcher.matchesNamespace(id.namespace),
    ),
  })
}

/** A scalar stays of the kind it is; anything else becomes the source. */
function replaced(old: Value, source: Value, options: Value | undefined): Value {
  const delimiter = textBelow(options, 'delimiter')
  const text = textOf(source)
  if (delimiter && text !== undefined) {
    const parts = (textOf(old) ?? '').split(delimiter)
    const index = Number(textBelow(options, 'index') ?? 0)
    if (index < 0) parts.unshift(text)
    else if (index >= parts.length) parts.push(text)
    else parts[index] = text
    return { ...old, ...string(parts.join(delimiter)) }
  }
  if (text === undefined || textOf(old) === undefined) return source
  if (old.kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text)))
    return { ...old, kind: 'number', value: Number(text) }
  if (old.kind === 'bool' && (text === 'true' || text === 'false'))
    return { ...old, kind: 'bool', value: text === 'true' }
  return { ...source, ...string(text) }
}
