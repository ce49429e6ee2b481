import { number, writtenAt } from '../../../domain/value.ts'
import { type FieldSpec, isSelected, updateField } from '../field-spec.ts'
import { rangeIn, type Transformer } from '../layer.ts'
import { idOf, kindOf } from '../object-id.ts'
import { itemsBelow, textBelow, valueBelow } from '../value-edits.ts'

/** `replicas:`, of the workloads that have a name, whatever it became meanwhile. */
export const setReplicas: Transformer = (objects, { layer, fields, report, isPartial }) => {
  let changed = objects
  for (const rule of itemsBelow(layer.value, 'replicas')) {
    const name = textBelow(rule, 'name')
    const count = Number(textBelow(rule, 'count') ?? 0)
    const range = rangeIn(layer, valueBelow(rule, 'count') ?? rule)
    const replicas = writtenAt(number(count), range)
    let isFound = false
    changed = changed.map((object) => {
      if (![...object.previous, idOf(object.value)].some((id) => id.name === name)) return object
      const matching = fields.replicas.filter((field) => isSelected(kindOf(object.value), selectorOf(field)))
      if (matching.length === 0) return object
      isFound = true
      let { value } = object
      for (const { path, create } of matching)
        value = updateField(value, path, () => replicas, create ? replicas : undefined)
      return { ...object, value }
    })
    if (!isFound && !isPartial) {
      const kinds = [...new Set(fields.replicas.map(({ kind }) => kind ?? 'any kind'))].sort().join(', ')
      report(
        `\`replicas\` names "${name ?? ''}", which is not there. expected the name of one of ${kinds}`,
        range,
      )
    }
  }
  return changed
}

function selectorOf({ path: _, create: __, ...selector }: FieldSpec) {
  return selector
}
