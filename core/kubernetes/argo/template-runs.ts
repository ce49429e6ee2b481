import { known, type Reading, unknownBecause } from '../../domain/reads.ts'
import { isSequence, type Value } from '../../domain/value.ts'
import { field, itemsOf, textAt } from '../field.ts'

/**
 * How often each template of a workflow runs, from its entrypoint through steps and DAGs. Templates that nothing leads
 * to are left out. Linear: each template is looked at once, after all that lead to it.
 */
export function templateRuns(
  templates: ReadonlyMap<string, Value>,
  entrypoint: string,
): ReadonlyMap<string, Reading<number>> {
  const order = callersFirst(templates, entrypoint)
  const runs = new Map<string, Reading<number>>([[entrypoint, known(1)]])
  for (const name of order) {
    const own = runs.get(name) ?? known(0)
    for (const { template, fanOut } of callsOf(templates.get(name)!))
      if (templates.has(template)) runs.set(template, plus(runs.get(template), product(own, fanOut)))
  }
  return runs
}

/** Templates that call themselves, in whatever way, come where they are met first. */
function callersFirst(templates: ReadonlyMap<string, Value>, entrypoint: string): readonly string[] {
  const order: string[] = []
  const seen = new Set<string>()
  const stack: { readonly name: string; readonly isDone: boolean }[] = [{ name: entrypoint, isDone: false }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { name, isDone } = next
    const template = templates.get(name)
    if (isDone) order.push(name)
    else if (template && !seen.has(name)) {
      seen.add(name)
      stack.push({ name, isDone: true })
      for (const call of callsOf(template)) stack.push({ name: call.template, isDone: false })
    }
  }
  return order.reverse()
}

interface Call {
  readonly template: string
  readonly fanOut: Reading<number>
}

/** `steps` are lists of lists, a `dag` has tasks. */
function callsOf(template: Value): readonly Call[] {
  const steps = itemsOf(field(template, 'steps')).items.flatMap((group) =>
    isSequence(group) ? group.items : [group],
  )
  const tasks = itemsOf(field(template, 'dag', 'tasks')).items
  return [...steps, ...tasks].flatMap((step) => {
    const name = textAt(step, 'template')
    return name === undefined ? [] : [{ template: name, fanOut: fanOutOf(step) }]
  })
}

function fanOutOf(step: Value): Reading<number> {
  const items = field(step, 'withItems')
  if (isSequence(items)) return known(items.items.length)
  if (field(step, 'withParam').kind !== 'null')
    return unknownBecause('`withParam` fans it out over what an earlier step finds')
  const sequence = field(step, 'withSequence')
  if (sequence.kind === 'null') return known(1)
  const [count, start, end] = ['count', 'start', 'end'].map((key) =>
    Number(textAt(sequence, key) ?? Number.NaN),
  )
  const length = Number.isNaN(count!) ? Math.abs(end! - (Number.isNaN(start!) ? 0 : start!)) + 1 : count!
  return Number.isInteger(length) && length >= 0
    ? known(length)
    : unknownBecause('`withSequence` is not known')
}

function plus(a: Reading<number> | undefined, b: Reading<number>): Reading<number> {
  if (a === undefined || a.kind === 'unknown') return a ?? b
  return b.kind === 'unknown' ? b : known(a.value + b.value)
}

function product(a: Reading<number>, b: Reading<number>): Reading<number> {
  if (a.kind === 'unknown') return a
  return b.kind === 'unknown' ? b : known(a.value * b.value)
}
