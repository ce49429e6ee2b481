import { known, type Reading, unknownBecause } from '../../domain/reads.ts'
import { times } from '../pods/pod-count.ts'
import { callsOf } from './calls.ts'
import type { ScopedTemplate } from './scoped-templates.ts'

type Templates = ReadonlyMap<string, ScopedTemplate>

/**
 * How often each template of a workflow runs, from its entrypoint through steps and DAGs. Templates that nothing leads
 * to are left out. Linear: each template is looked at once, after all that lead to it.
 */
export function templateRuns(templates: Templates, entrypoint: string): ReadonlyMap<string, Reading<number>> {
  const runs = new Map<string, Reading<number>>([[entrypoint, known(1)]])
  for (const name of callersFirst(templates, entrypoint)) {
    const own = runs.get(name) ?? known(0)
    const { value, scope } = templates.get(name)!
    for (const { template, fanOut } of callsOf(value, scope))
      if (templates.has(template)) runs.set(template, plus(runs.get(template), times(own, fanOut)))
  }
  return runs
}

/** Templates that call themselves, in whatever way, come where they are met first. */
function callersFirst(templates: Templates, entrypoint: string): readonly string[] {
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
      for (const call of callsOf(template.value, template.scope))
        stack.push({ name: call.template, isDone: false })
    }
  }
  return order.reverse()
}

function plus(a: Reading<number> | undefined, b: Reading<number>): Reading<number> {
  if (a === undefined || a.kind === 'unknown') return a ?? b
  if (b.kind === 'unknown') return b
  const sum = a.value + b.value
  return Number.isSafeInteger(sum) ? known(sum) : unknownBecause('it is more than can be counted')
}
