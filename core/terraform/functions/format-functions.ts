import { findUnknown, isSequence, list, string, unknown, type Value } from '../../domain/value.ts'
import { isWhollyKnown } from '../types/equals.ts'
import { deepTraits, unknownFrom } from '../types/traits.ts'
import { anything, limitItems, madeOfMany, text, textOf } from './define.ts'
import { formatValues } from './format/format-value.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

export const formatFunctions = {
  format: madeOfMany([text('format')], anything('args', { nullable: true }), (format, args) =>
    string(formatValues(format, args)),
  ),
  formatlist: {
    parameters: [text('format')],
    rest: anything('args', { nullable: true, unknown: 'whole' }),
    result: 'made',
    call: ([format, ...args]) => formatlist(textOf(format!), args),
  },
} satisfies Record<string, TerraformFunction>

/** One text for each item; an argument that is no list is repeated. */
function formatlist(format: string, args: readonly Value[]): Value {
  const lists = args.filter(isSequence)
  const unplaced = lists.find((item) => item.open)?.open
  if (unplaced) return unknownFrom(unplaced, args)
  const lengths = new Set(lists.map(({ items }) => items.length))
  if (lengths.size > 1)
    throw new ArgumentError(`argument lists must all have the same length: ${[...lengths].join(', ')}`)
  const [length] = lengths
  const hidden = args.find((arg) => arg.kind === 'unknown')
  if (hidden?.kind === 'unknown' && length === undefined) return unknownFrom(hidden, args)
  limitItems(length ?? 1)
  const rows = Array.from({ length: length ?? 1 }, (_, index) =>
    args.map((arg) => (isSequence(arg) ? arg.items[index]! : arg)),
  )
  return list(rows.map((row) => formatRow(format, row)))
}

function formatRow(format: string, row: readonly Value[]): Value {
  const traits = deepTraits(row)
  if (row.every(isWhollyKnown)) return { ...string(formatValues(format, row)), ...traits }
  const doubt = row.map(findUnknown).find((part) => part !== undefined)!
  return unknown(doubt.because, unknownFrom(doubt, row))
}
