import { object, tuple, type Value } from '../../domain/value.ts'
import type { Expression, ForExpression } from '../../hcl/syntax.ts'
import { evaluate, rangeOf } from './evaluate.ts'
import { EvaluationFailure } from './evaluation-failure.ts'
import { type Item, iterate } from './iterate.ts'
import { asKey } from './key-of.ts'
import { bind, type Scope } from './scope.ts'
import { truth } from './truth.ts'

/** `[for …]` and `{for …}`. What is not known to be left in or out leaves the result open. */
export function evaluateFor(expression: ForExpression, scope: Scope): Value {
  return expression.key ? forObject(expression, expression.key, scope) : forTuple(expression, scope)
}

function bindItem(expression: ForExpression, { key, value }: Item, scope: Scope): Scope {
  const inner = expression.keyName === undefined ? scope : bind(scope, expression.keyName, key)
  return bind(inner, expression.valueName, value)
}

function forTuple(expression: ForExpression, scope: Scope): Value {
  const at = rangeOf(expression, scope)
  const collection = evaluate(expression.collection, scope)
  if (collection.kind === 'unknown') return collection
  const { items, open: more } = iterate(collection, rangeOf(expression.collection, scope))
  const made: Value[] = []
  let open = more
  for (const item of items) {
    const inner = bindItem(expression, item, scope)
    const wanted = expression.condition ? truth(evaluate(expression.condition, inner), at) : true
    if (wanted === true) made.push(evaluate(expression.value, inner))
    else if (wanted !== false) open ??= wanted
  }
  return { ...tuple(made), origins: [at], ...(open && { open }) }
}

function forObject(expression: ForExpression, keyExpression: Expression, scope: Scope): Value {
  const at = rangeOf(expression, scope)
  const collection = evaluate(expression.collection, scope)
  if (collection.kind === 'unknown') return collection
  const { items, open: more } = iterate(collection, rangeOf(expression.collection, scope))
  const made = new Map<string, Value>()
  const groups = new Map<string, Value[]>()
  let open = more
  for (const item of items) {
    const inner = bindItem(expression, item, scope)
    const wanted = expression.condition ? truth(evaluate(expression.condition, inner), at) : true
    if (wanted === false) continue
    const key =
      wanted === true ? asKey(evaluate(keyExpression, inner), rangeOf(keyExpression, scope)) : wanted
    if (typeof key !== 'string') {
      open ??= key
      continue
    }
    const value = evaluate(expression.value, inner)
    if (!expression.grouping && made.has(key))
      throw new EvaluationFailure(
        `two items have the key "${key}". expected one, or "..." after the value to group them`,
        at,
      )
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(value)
    made.set(key, value)
  }
  if (expression.grouping) for (const [key, values] of groups) made.set(key, tuple(values))
  return { ...object(made), origins: [at], ...(open && { open }) }
}
