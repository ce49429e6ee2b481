import { isMapping, type Value } from '../../domain/value.ts'
import type { NodeRequirement, NodeSelection, Toleration } from '../../domain/workload.ts'
import { field, itemsOf, textAt, textOf } from '../field.ts'

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'] as const

/** Which nodes a pod spec admits: its `nodeSelector`, and what its node affinity requires. */
export function nodeSelection(spec: Value): NodeSelection {
  const selector = field(spec, 'nodeSelector')
  const required = field(spec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')
  const terms = itemsOf(field(required, 'nodeSelectorTerms'))
  const tolerations = itemsOf(field(spec, 'tolerations'))
  const unknowns = [selector, required, terms.open, tolerations.open].map((value) =>
    value?.kind === 'unknown' ? value.because : undefined,
  )
  const chosen = selected(selector)
  const alternatives = terms.items.map(matchExpressions)
  return {
    requirements: [...chosen.requirements, ...inEvery(alternatives)],
    tolerations: tolerations.items.filter(isMapping).map(toleration),
    open: chosen.open ?? unknowns.find((because) => because !== undefined),
  }
}

function selected(selector: Value): { requirements: NodeRequirement[]; open: string | undefined } {
  const requirements: NodeRequirement[] = []
  if (!isMapping(selector)) return { requirements, open: undefined }
  let open = selector.open?.because
  for (const [key, value] of selector.entries) {
    const text = textOf(value)
    if (text !== undefined) requirements.push({ key, operator: 'In', values: [text] })
    else if (value.kind === 'unknown') open ??= value.because
  }
  return { requirements, open }
}

/** Also how Karpenter writes the requirements of a NodePool. */
function requirementsOf(expressions: Value): NodeRequirement[] {
  return itemsOf(expressions).items.flatMap((expression) => {
    const key = textAt(expression, 'key')
    const operator = OPERATORS.find((name) => name === textAt(expression, 'operator'))
    if (key === undefined || !operator) return []
    const values = itemsOf(field(expression, 'values')).items.map(textOf)
    return [{ key, operator, values: values.filter((text) => text !== undefined) }]
  })
}

const matchExpressions = (term: Value) => requirementsOf(field(term, 'matchExpressions'))

/** One of several terms has to hold: only what all of them ask for is certain, with the values of any of them. */
function inEvery(terms: readonly (readonly NodeRequirement[])[]): readonly NodeRequirement[] {
  const [first = [], ...others] = terms
  if (others.length === 0) return first
  return first.flatMap((requirement) => {
    const same = others.map((term) =>
      term.find(({ key, operator }) => key === requirement.key && operator === requirement.operator),
    )
    if (!same.every((found) => found !== undefined)) return []
    if (requirement.operator !== 'In')
      return same.every(({ values }) => values.join() === requirement.values.join()) ? [requirement] : []
    const values = new Set([...requirement.values, ...same.flatMap((found) => found.values)])
    return [{ ...requirement, values: [...values] }]
  })
}

function toleration(value: Value): Toleration {
  return {
    key: textAt(value, 'key') || undefined,
    operator: textAt(value, 'operator') === 'Exists' ? 'Exists' : 'Equal',
    value: textAt(value, 'value'),
    effect: textAt(value, 'effect') || undefined,
  }
}
