import { string, writtenAt } from '../../../domain/value.ts'
import { type BuiltObject, originalId, rememberId } from '../built-object.ts'
import { isSelected, updateField } from '../field-spec.ts'
import { rangeIn, type Transformer } from '../layer.ts'
import type { ObjectId } from '../object-id.ts'
import { textOf } from '../value-edits.ts'

/** `namePrefix:`. What refers to the names follows at the end of the build. */
export const addPrefix: Transformer = (objects, context) => addAffix(objects, context, 'namePrefix')

/** `nameSuffix:`. */
export const addSuffix: Transformer = (objects, context) => addAffix(objects, context, 'nameSuffix')

function addAffix(
  objects: readonly BuiltObject[],
  { layer, fields }: Parameters<Transformer>[1],
  key: 'namePrefix' | 'nameSuffix',
): readonly BuiltObject[] {
  const written = layer.value.entries.get(key)
  const affix = textOf(written)
  if (!affix) return objects
  const range = rangeIn(layer, written)
  return objects.map((object) => {
    const id = originalId(object)
    if (isNameFixed(id)) return object
    let changed = object
    for (const { path, create, ...selector } of fields[key]) {
      if (!isSelected(id, selector)) continue
      if (path === 'metadata/name') changed = rememberAffix(rememberId(changed), key, affix)
      const value = updateField(changed.value, path, (name) => {
        const text = textOf(name)
        if (text === undefined) return undefined
        return writtenAt({ ...name, ...string(key === 'namePrefix' ? affix + text : text + affix) }, range)
      })
      changed = { ...changed, value }
    }
    return changed
  })
}

/** Their names mean something to Kubernetes itself. */
function isNameFixed({ group, kind }: ObjectId): boolean {
  return (
    kind === 'CustomResourceDefinition' ||
    kind === 'Namespace' ||
    (kind === 'APIService' && group === 'apiregistration.k8s.io')
  )
}

function rememberAffix(object: BuiltObject, key: 'namePrefix' | 'nameSuffix', affix: string): BuiltObject {
  return key === 'namePrefix'
    ? { ...object, prefixes: [...object.prefixes, affix] }
    : { ...object, suffixes: [...object.suffixes, affix] }
}
