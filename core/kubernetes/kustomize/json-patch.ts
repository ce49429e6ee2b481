import { isMapping, isSequence, type Value } from '../../domain/value.ts'
import { textBelow, valueBelow, withEntry, withoutEntry } from './value-edits.ts'

/** What came of a patch: the patched value, or the first operation that cannot be done and why. */
export type Patched =
  | { readonly kind: 'patched'; readonly value: Value }
  | { readonly kind: 'failed'; readonly operation: Value; readonly because: string }

/** Applies the operations of a JSON patch (RFC 6902), all of them or none. */
export function applyJsonPatch(value: Value, operations: readonly Value[]): Patched {
  let patched = value
  for (const operation of operations) {
    const result = applyOperation(patched, operation)
    if (typeof result === 'string') return { kind: 'failed', operation, because: result }
    patched = result
  }
  return { kind: 'patched', value: patched }
}

/** The patched value, or why it cannot be patched. */
function applyOperation(value: Value, operation: Value): Value | string {
  const op = textBelow(operation, 'op')
  const path = textBelow(operation, 'path')
  if (path === undefined) return 'it has no `path`'
  const to = pointer(path)
  if (to === undefined) return `path "${path}" does not start with "/"`
  const written = valueBelow(operation, 'value')
  switch (op) {
    case 'add':
    case 'replace':
      return written ? edit(value, to, op, written, path) : `"${op}" needs a \`value\``
    case 'remove':
      return edit(value, to, 'remove', undefined, path)
    case 'move':
    case 'copy': {
      const from = pointer(textBelow(operation, 'from') ?? '')
      const source = from && read(value, from)
      if (!from || !source) return `there is nothing at "${textBelow(operation, 'from') ?? ''}" to ${op}`
      const rest = op === 'move' ? edit(value, from, 'remove', undefined, path) : value
      return typeof rest === 'string' ? rest : edit(rest, to, 'add', source, path)
    }
    case 'test': {
      const found = read(value, to)
      return written && found && isSame(found, written) ? value : `the test of "${path}" fails`
    }
    default:
      return `unknown operation "${op ?? ''}". expected one of "add", "copy", "move", "remove", "replace", "test"`
  }
}

function pointer(path: string): readonly string[] | undefined {
  if (path === '') return []
  if (!path.startsWith('/')) return undefined
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function read(value: Value, path: readonly string[]): Value | undefined {
  let found: Value | undefined = value
  for (const step of path) {
    if (found && isMapping(found)) found = found.entries.get(step)
    else if (found && isSequence(found)) found = found.items[indexIn(step, found.items.length) ?? -1]
    else return undefined
  }
  return found
}

function edit(
  value: Value,
  [step, ...rest]: readonly string[],
  op: 'add' | 'replace' | 'remove',
  written: Value | undefined,
  path: string,
): Value | string {
  if (step === undefined) return written ?? 'a whole object cannot be removed'
  const missing = `there is no "${step}" of "${path}" in the object`
  if (isMapping(value)) {
    const inner = value.entries.get(step)
    if (rest.length > 0) {
      if (!inner) return missing
      const edited = edit(inner, rest, op, written, path)
      return typeof edited === 'string' ? edited : withEntry(value, step, edited)
    }
    // To replace what is not there is to add it, as Kustomize's library sees it; the RFC sees a mistake.
    if (op === 'remove' && !inner) return missing
    return written ? withEntry(value, step, written) : withoutEntry(value, step)
  }
  if (!isSequence(value)) return missing
  const isNew = rest.length === 0 && op === 'add'
  const index =
    isNew && step === '-' ? value.items.length : indexIn(step, value.items.length + (isNew ? 1 : 0))
  if (index === undefined) return `"${step}" of "${path}" is no place in a list of ${value.items.length}`
  if (isNew) return { ...value, items: value.items.toSpliced(index, 0, written!) }
  if (rest.length === 0)
    return { ...value, items: written ? value.items.with(index, written) : value.items.toSpliced(index, 1) }
  const edited = edit(value.items[index]!, rest, op, written, path)
  return typeof edited === 'string' ? edited : { ...value, items: value.items.with(index, edited) }
}

/** Counted from the end where negative, as Kustomize's library does. */
function indexIn(step: string, length: number): number | undefined {
  if (!/^-?\d+$/.test(step)) return undefined
  const index = Number(step) < 0 ? length + Number(step) : Number(step)
  return index >= 0 && index < length ? index : undefined
}

function isSame(left: Value, right: Value): boolean {
  if (isMapping(left) && isMapping(right))
    return (
      left.entries.size === right.entries.size &&
      [...left.entries].every(([key, value]) => {
        const other = right.entries.get(key)
        return other !== undefined && isSame(value, other)
      })
    )
  if (isSequence(left) && isSequence(right))
    return (
      left.items.length === right.items.length &&
      left.items.every((item, index) => isSame(item, right.items[index]!))
    )
  return left.kind === right.kind && 'value' in left && 'value' in right
    ? left.value === right.value
    : left.kind === 'null' && right.kind === 'null'
}
