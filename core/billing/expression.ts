import { matchesGlob } from '../config/resource-match.ts'
import { type Decimal, NOTHING, readDecimal } from './decimal.ts'

/**
 * How a column of the `charges` view comes out of an export's own columns. A format says it once; `dialects/` write it
 * as SQL, and `evaluate` reads rows by it where there is no database.
 */
export type Expression =
  /** A column's text. Blank cells and the word NULL are missing. */
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'missing' }
  /** The first that is not missing. */
  | { readonly kind: 'firstOf'; readonly of: readonly Expression[] }
  /** Characters from `start`, counted from 1 as in SQL. */
  | { readonly kind: 'slice'; readonly of: Expression; readonly start: number; readonly length: number }
  /** In lower case, for what an export writes in either. */
  | { readonly kind: 'lower'; readonly of: Expression }
  /** `10/31/2026` as `2026-10-31`; missing where it is no day written so. */
  | { readonly kind: 'monthFirstDay'; readonly of: Expression }
  /** The text, where it is what `among` is in some row of the export; else missing. */
  | { readonly kind: 'occurs'; readonly of: Expression; readonly among: Expression }
  /** One after the other; missing where one of them is. */
  | { readonly kind: 'joined'; readonly of: readonly Expression[] }
  /** The case whose values hold the text, whatever its case; else `otherwise`. */
  | {
      readonly kind: 'choice'
      readonly of: Expression
      readonly cases: readonly Case<Expression>[]
      readonly otherwise: Expression
    }
  /** `result` where the text is what the pattern says, in which `*` stands for any run of characters; else missing. */
  | {
      readonly kind: 'matches'
      readonly of: Expression
      readonly pattern: string
      readonly result: Expression
    }
  /** The value of the first of these keys that has one. */
  | { readonly kind: 'tag'; readonly container: TagContainer; readonly keys: readonly string[] }

export interface Case<Result> {
  /** Lower-case. */
  readonly values: readonly string[]
  readonly result: Result
}

/** Where an export keeps its tags: `json` is text of a JSON object, `map` a column of type MAP. */
export interface TagContainer {
  readonly column: string
  readonly form: TagForm
}

/**
 * `bare-json` is JSON text without the outer braces, as Azure writes it; `labels` an array of `{key, value}`; with
 * `columns` each key has a column of its own, named by the prefix `column` and the key.
 */
export const TAG_FORMS = ['json', 'bare-json', 'map', 'labels', 'columns'] as const
export type TagForm = (typeof TAG_FORMS)[number]

/** An amount of money or a quantity. What cannot be read as a number is missing. */
export type AmountExpression =
  | { readonly kind: 'number'; readonly of: Expression }
  /** Missing where the first is; the others count as nothing where they are missing. */
  | { readonly kind: 'sum'; readonly of: readonly AmountExpression[] }
  | {
      readonly kind: 'amountChoice'
      readonly of: Expression
      readonly cases: readonly Case<AmountExpression>[]
      readonly otherwise: AmountExpression
    }
  | { readonly kind: 'negative'; readonly of: AmountExpression }
  /** The field of all entries of a list, e.g. the amounts of a charge's credits. Nothing where there are none. */
  | { readonly kind: 'listSum'; readonly column: string; readonly field: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'firstAmount'; readonly of: readonly AmountExpression[] }

export const literal = (value: string): Expression => ({ kind: 'literal', value })
export const MISSING: Expression = { kind: 'missing' }
export const firstOf = (...of: readonly Expression[]): Expression => ({ kind: 'firstOf', of })
export const slice = (of: Expression, start: number, length: number): Expression => ({
  kind: 'slice',
  of,
  start,
  length,
})
export const joined = (...of: readonly Expression[]): Expression => ({ kind: 'joined', of })
export const number = (of: Expression): AmountExpression => ({ kind: 'number', of })

/** Cells of one row by column, lists and objects as JSON; undefined where there is none. Tags that are not text are read before. */
export type ReadCell = (column: string) => string | undefined
/** The tags of one row, by the key as it is written there. */
export type ReadTags = (container: TagContainer) => (key: string) => string | undefined

/** One row of an export, as a streaming reader has it. */
export interface ReadRow {
  readonly cell: ReadCell
  readonly tags: ReadTags
  /** All that an expression is in any row, where `occurs` asks for it. */
  readonly occurring?: (among: Expression) => ReadonlySet<string>
}

export function evaluate(expression: Expression, row: ReadRow): string | undefined {
  switch (expression.kind) {
    case 'column':
      return present(row.cell(expression.name))
    case 'literal':
      return expression.value
    case 'missing':
      return undefined
    case 'firstOf':
      for (const each of expression.of) {
        const value = evaluate(each, row)
        if (value !== undefined) return value
      }
      return undefined
    case 'slice': {
      const { start, length } = expression
      const text = evaluate(expression.of, row)
      return text === undefined ? undefined : text.slice(start - 1, start - 1 + length)
    }
    case 'lower':
      return evaluate(expression.of, row)?.toLowerCase()
    case 'monthFirstDay':
      return monthFirstDay(evaluate(expression.of, row))
    case 'occurs': {
      const text = evaluate(expression.of, row)
      return text !== undefined && row.occurring?.(expression.among).has(text) ? text : undefined
    }
    case 'joined': {
      const parts = expression.of.map((each) => evaluate(each, row))
      return parts.some((part) => part === undefined) ? undefined : parts.join('')
    }
    case 'matches': {
      const text = evaluate(expression.of, row)
      if (text === undefined || !matchesGlob(expression.pattern, text)) return undefined
      return evaluate(expression.result, row)
    }
    case 'choice':
      return evaluate(chosen(expression, row), row)
    case 'tag': {
      const tags = row.tags(expression.container)
      for (const key of expression.keys) {
        const value = present(tags(key))
        if (value !== undefined) return value
      }
      return undefined
    }
  }
}

export function evaluateAmount(expression: AmountExpression, row: ReadRow): Decimal | undefined {
  switch (expression.kind) {
    case 'number': {
      const text = evaluate(expression.of, row)
      return text === undefined ? undefined : readDecimal(text)
    }
    case 'sum': {
      const [first, ...rest] = expression.of.map((each) => evaluateAmount(each, row))
      if (first === undefined) return undefined
      return rest.reduce<bigint>((sum, part) => sum + (part ?? 0n), first) as Decimal
    }
    case 'amountChoice':
      return evaluateAmount(chosen(expression, row), row)
    case 'negative': {
      const amount = evaluateAmount(expression.of, row)
      return amount === undefined ? undefined : (-amount as Decimal)
    }
    case 'listSum':
      return listSum(row.cell(expression.column), expression.field)
    case 'nothing':
      return NOTHING
    case 'firstAmount':
      for (const each of expression.of) {
        const value = evaluateAmount(each, row)
        if (value !== undefined) return value
      }
      return undefined
  }
}

function chosen<Result>(
  choice: { readonly of: Expression; readonly cases: readonly Case<Result>[]; readonly otherwise: Result },
  row: ReadRow,
): Result {
  const text = evaluate(choice.of, row)?.toLowerCase()
  const found = choice.cases.find(({ values }) => text !== undefined && values.includes(text))
  return found ? found.result : choice.otherwise
}

/** Without blanks around it; undefined where nothing is left, or the word NULL that some exports write. */
function present(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
  return trimmed === undefined || trimmed === '' || trimmed === 'NULL' || trimmed === 'null'
    ? undefined
    : trimmed
}

function monthFirstDay(text: string | undefined): string | undefined {
  const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? '') ?? []
  if (month === undefined || date === undefined || year === undefined) return undefined
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== day ? undefined : day
}

function listSum(json: string | undefined, field: string): Decimal {
  let sum = 0n
  for (const entry of listIn(json)) {
    const value = (entry as Readonly<Record<string, unknown>> | null)?.[field]
    if (typeof value === 'number' || typeof value === 'string') sum += readDecimal(String(value)) ?? 0n
  }
  return sum as Decimal
}

function listIn(json: string | undefined): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(json ?? '[]')
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}
