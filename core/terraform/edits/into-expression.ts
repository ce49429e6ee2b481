import type { Expression, HclFile } from '../../hcl/syntax.ts'
import { appendEntries, type Written } from './append-entries.ts'
import { type Entries, newObject } from './entries.ts'
import { endsLine, indentAt, isOneLine, lineBreakOf, startsLine, stepOf } from './lines.ts'
import type { Piece } from './piece.ts'
import type { SourceEdit } from './source-edit.ts'

/**
 * Makes an expression for a map yield further entries: in its object literal, in a literal of its `merge()`, or by a
 * `merge()` around it. Undefined where it is no expression that could be a map.
 */
export function intoExpression(file: HclFile, expression: Expression, entries: Entries): Written | undefined {
  switch (expression.kind) {
    case 'object':
      return appendEntries(file, expression, entries)
    case 'parentheses':
      return intoExpression(file, expression.expression, entries)
    case 'call': {
      if (expression.name !== 'merge' || expression.expandFinal) return wrapped(file, expression, entries)
      const literal = expression.args.findLast((argument) => argument.kind === 'object')
      if (literal) return appendEntries(file, literal, entries)
      return expression.args.length > 0 ? asArgument(file, expression.args, entries) : undefined
    }
    case 'literal':
      return expression.value === null ? replaced(file, expression, entries) : undefined
    case 'variable':
    case 'attribute':
    case 'index':
    case 'splat':
    case 'conditional':
    case 'for':
      return wrapped(file, expression, entries)
    case 'template':
    case 'binary':
    case 'unary':
    case 'tuple':
    case 'error':
      return undefined
    default:
      return expression satisfies never
  }
}

/** `merge(local.tags)` → `merge(local.tags, { … })` */
function asArgument(file: HclFile, args: readonly Expression[], entries: Entries): Written {
  const last = args.at(-1)!
  const { text } = file.source
  const comma = /^[ \t]*,/.exec(text.slice(last.end))?.[0] ?? ''
  const own = startsLine(file, last.start) && endsLine(file, last.end + comma.length)
  const spread = entries.length > 1
  const object = objectAt(file, last.start, entries, spread)
  if (!own) return insertions(file, [[last.end, [', ', ...object]]], spread)
  const lead = lineBreakOf(file) + indentAt(file, last.start)
  if (comma === '') return insertions(file, [[last.end, [',', lead, ...object]]], false)
  return insertions(file, [[last.end + comma.length, [lead, ...object, ',']]], false)
}

/** `local.tags` → `merge(local.tags, { … })` */
function wrapped(file: HclFile, expression: Expression, entries: Entries): Written {
  const spread = entries.length > 1
  const object = objectAt(file, expression.start, entries, spread)
  const places: [number, readonly Piece[]][] = [
    [expression.start, ['merge(']],
    [expression.end, [', ', ...object, ')']],
  ]
  return insertions(file, places, spread && isOneLine(file, expression))
}

function replaced(file: HclFile, { start, end }: Expression, entries: Entries): Written {
  const spread = entries.length > 1
  const pieces = objectAt(file, start, entries, spread)
  return { edits: [{ path: file.source.path, start, end, pieces }], spreads: spread }
}

function objectAt(file: HclFile, offset: number, entries: Entries, spread: boolean): readonly Piece[] {
  const layout = { indent: indentAt(file, offset), step: stepOf(file), lineBreak: lineBreakOf(file), spread }
  return newObject(entries, layout)
}

function insertions(
  { source: { path } }: HclFile,
  places: readonly (readonly [number, readonly Piece[]])[],
  spreads: boolean,
): Written {
  const edits = places.map(([at, pieces]): SourceEdit => ({ path, start: at, end: at, pieces }))
  return { edits, spreads }
}
