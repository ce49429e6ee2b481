import { known, type Reading, unknownBecause } from '../../domain/reads.ts'
import { isSequence, type Value } from '../../domain/value.ts'
import { field, itemsOf, textAt } from '../field.ts'

/** A step or task that runs a template. */
export interface Call {
  /** As templates are known: `prepare`, or `shared/prepare` of another WorkflowTemplate. */
  readonly template: string
  /** Set where it is fetched from a WorkflowTemplate. */
  readonly ref: { readonly name: string; readonly isOfCluster: boolean } | undefined
  /** How often, for each time that its caller runs. */
  readonly fanOut: Reading<number>
}

/** `steps` are lists of lists, a `dag` has tasks. */
export function callsOf(template: Value, scope: string): readonly Call[] {
  const steps = itemsOf(field(template, 'steps')).items.flatMap((group) =>
    isSequence(group) ? group.items : [group],
  )
  const tasks = itemsOf(field(template, 'dag', 'tasks')).items
  return [...steps, ...tasks].flatMap((step): Call[] => {
    const fanOut = fanOutOf(step)
    const name = textAt(step, 'template')
    const ref = field(step, 'templateRef')
    const [refName, refTemplate] = [textAt(ref, 'name'), textAt(ref, 'template')]
    if (refName !== undefined && refTemplate !== undefined) {
      const isOfCluster = textAt(ref, 'clusterScope') === 'true'
      return [{ template: `${refName}/${refTemplate}`, ref: { name: refName, isOfCluster }, fanOut }]
    }
    return name === undefined ? [] : [{ template: scope + name, ref: undefined, fanOut }]
  })
}

function fanOutOf(step: Value): Reading<number> {
  const items = field(step, 'withItems')
  if (isSequence(items)) return known(items.items.length)
  if (field(step, 'withParam').kind !== 'null')
    return unknownBecause('`withParam` fans it out over what an earlier step finds')
  const sequence = field(step, 'withSequence')
  if (sequence.kind === 'null') return known(1)
  const [count, start, end] = ['count', 'start', 'end'].map((key) => numberAt(sequence, key))
  const length = count ?? (end === undefined ? undefined : Math.abs(end - (start ?? 0)) + 1)
  return length !== undefined && Number.isSafeInteger(length) && length >= 0
    ? known(length)
    : unknownBecause('`withSequence` is not known')
}

function numberAt(value: Value, key: string): number | undefined {
  const text = textAt(value, key)
  return text === undefined ? undefined : Number(text)
}
