import { field, itemsOf, textAt } from '../field.ts'
import type { Manifest } from '../manifest.ts'
import { type ContainerResources, readAmounts } from '../pods/resource-amounts.ts'
import type { Surroundings } from './surroundings.ts'

/** What a container gets where it says nothing: https://kubernetes.io/docs/concepts/policy/limit-range/ */
export function containerDefaults(
  { namespace }: Manifest,
  surroundings: Surroundings,
): ContainerResources | undefined {
  for (const range of surroundings.beside('LimitRange')) {
    if (range.namespace !== namespace) continue
    for (const limit of itemsOf(field(range.value, 'spec', 'limits')).items) {
      if (textAt(limit, 'type') !== 'Container') continue
      const limits = readAmounts(field(limit, 'default'), 'default')
      const requests = readAmounts(field(limit, 'defaultRequest'), 'defaultRequest')
      if (limits.kind === 'unknown' || requests.kind === 'unknown') continue
      return { requests: new Map([...limits.value, ...requests.value]), limits: limits.value, notes: [] }
    }
  }
  return undefined
}
