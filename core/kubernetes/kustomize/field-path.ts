import { isMapping, isSequence, object, string, type Value } from '../../domain/value.ts'
import { splitPath } from './field-spec.ts'
import { textOf, withEntry } from './value-edits.ts'

/**
 * Paths of `replacements` and `vars`: `spec.template.spec.containers.[name=server].image`, `spec.ports.0.port`,
 * `metadata.annotations.[example.com/owner]`, `*` for each item.
 */
type Step =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'items'; readonly field: string; readonly text: string }
  | { readonly kind: 'every' }

function steps(path: string): readonly Step[] {
  const parts: string[] = []
  // What stands in brackets is one step, whatever dots are in it.
  let bracketed: string[] | undefined
  for (const part of splitPath(path.replace(/([^.[])\[/g, '$1.['), '.')) {
    if (bracketed) bracketed.push(part)
    else if (part.startsWith('[') && !part.endsWith(']')) bracketed = [part]
    else parts.push(part)
    if (bracketed && part.endsWith(']')) {
      parts.push(bracketed.join('.'))
      bracketed = undefined
    }
  }
  return [...parts, ...(bracketed ? [bracketed.join('.')] : [])].map(readStep)
}

function readStep(part: string): Step {
  const inner = part.startsWith('[') && part.endsWith(']') ? part.slice(1, -1) : undefined
  if (part === '*') return { kind: 'every' }
  if (/^\d+$/.test(inner ?? part)) return { kind: 'index', index: Number(inner ?? part) }
  const at = inner?.indexOf('=') ?? -1
  if (inner === undefined || at < 0) return { kind: 'field', name: inner ?? part }
  return { kind: 'items', field: inner.slice(0, at), text: inner.slice(at + 1) }
}

const matches = (item: Value, { field, text }: { field: string; text: string }) =>
  (field === '' ? textOf(item) : isMapping(item) ? textOf(item.entries.get(field)) : undefined) === text

/** The first value at a path; undefined where there is none. */
export function valueAtPath(value: Value, path: string): Value | undefined {
  let found: Value | undefined = value
  for (const step of steps(path)) {
    if (!found) return undefined
    if (isMapping(found)) {
      const name = step.kind === 'field' ? step.name : step.kind === 'index' ? String(step.index) : ''
      found = found.entries.get(name)
    } else if (!isSequence(found)) return undefined
    else if (step.kind === 'index') found = found.items[step.index]
    else if (step.kind === 'items') found = found.items.find((item) => matches(item, step))
    else return undefined
  }
  return found
}

/**
 * Everything at a path, updated. Undefined where nothing is there and nothing is to be made; `created` is what stands
 * where it is.
 */
export function updateAtPath(
  value: Value,
  path: string,
  update: (value: Value) => Value,
  created?: Value,
): Value | undefined {
  return updateSteps(value, steps(path), update, created)
}

function updateSteps(
  value: Value,
  [step, ...rest]: readonly Step[],
  update: (value: Value) => Value,
  created: Value | undefined,
): Value | undefined {
  if (step === undefined) return update(value)
  if (isMapping(value)) {
    const name = step.kind === 'field' ? step.name : step.kind === 'index' ? String(step.index) : undefined
    if (name === undefined) return undefined
    const field = value.entries.get(name) ?? (created && missing(rest[0], created))
    const updated = field && updateSteps(field, rest, update, created)
    return updated && withEntry(value, name, updated)
  }
  if (!isSequence(value) || step.kind === 'field') return undefined
  const isNew =
    created &&
    ((step.kind === 'items' && !value.items.some((item) => matches(item, step))) ||
      (step.kind === 'index' && step.index === value.items.length))
  const items = isNew ? [...value.items, newItem(step, rest[0], created)] : value.items
  let isFound = false
  const updated = items.map((item, index) => {
    const isMeant =
      step.kind === 'every' || (step.kind === 'index' ? index === step.index : matches(item, step))
    const changed = isMeant ? updateSteps(item, rest, update, created) : undefined
    isFound ||= changed !== undefined
    return changed ?? item
  })
  return isFound ? { ...value, items: updated } : undefined
}

/** What is made on the way to a field that is missing. */
function missing(next: Step | undefined, created: Value): Value {
  if (next === undefined) return created
  return next.kind === 'field' ? object(new Map()) : { kind: 'list', items: [] }
}

function newItem(step: Step, next: Step | undefined, created: Value): Value {
  if (step.kind !== 'items') return missing(next, created)
  return step.field === '' ? string(step.text) : object(new Map([[step.field, string(step.text)]]))
}
