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
  | { readonly kind: 'nothing' }
  | { readonly kind: 'firstAmount'; readonly of: readonly AmountExpression[] }

export const column = (name: string): Expression => ({ kind: 'column', name })
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

/** Cells of one row by column; undefined where there is none. Tags that are not text are read before. */
export type ReadCell = (column: string) => string | undefined

export function evaluate(expression: Expression, cell: ReadCell, tagsOf: ReadTags): string | undefined {
  switch (expression.kind) {
    case 'column':
      return present(cell(expression.name))
    case 'literal':
      return expression.value
    case 'missing':
      return undefined
    case 'firstOf':
      for (const each of expression.of) {
        const value = evaluate(each, cell, tagsOf)
        if (value !== undefined) return value
      }
      return undefined
    case 'slice': {
      const { start, length } = expression
      const text = evaluate(expression.of, cell, tagsOf)
      return text === undefined ? undefined : text.slice(start - 1, start - 1 + length)
    }
    case 'joined': {
      const parts = expression.of.map((each) => evaluate(each, cell, tagsOf))
      return parts.some((part) => part === undefined) ? undefined : parts.join('')
    }
    case 'matches': {
      const text = evaluate(expression.of, cell, tagsOf)
      if (text === undefined || !matchesGlob(expression.pattern, text)) return undefined
      return evaluate(expression.result, cell, tagsOf)
    }
    case 'choice':
      return evaluate(chosen(expression, cell, tagsOf), cell, tagsOf)
    case 'tag': {
      const tags = tagsOf(expression.container)
      for (const key of expression.keys) {
        const value = present(tags(key))
        if (value !== undefined) return value
      }
      return undefined
    }
  }
}

/** The tags of one row, by the key as it is written there. */
export type ReadTags = (container: TagContainer) => (key: string) => string | undefined

export function evaluateAmount(
  expression: AmountExpression,
  cell: ReadCell,
  tagsOf: ReadTags,
): Decimal | undefined {
  switch (expression.kind) {
    case 'number': {
      const text = evaluate(expression.of, cell, tagsOf)
      return text === undefined ? undefined : readDecimal(text)
    }
    case 'sum': {
      const [first, ...rest] = expression.of.map((each) => evaluateAmount(each, cell, tagsOf))
      if (first === undefined) return undefined
      return rest.reduce<bigint>((sum, part) => sum + (part ?? 0n), first) as Decimal
    }
    case 'amountChoice':
      return evaluateAmount(chosen(expression, cell, tagsOf), cell, tagsOf)
    case 'nothing':
      return NOTHING
    case 'firstAmount':
      for (const each of expression.of) {
        const value = evaluateAmount(each, cell, tagsOf)
        if (value !== undefined) return value
      }
      return undefined
  }
}

function chosen<Result>(
  choice: { readonly of: Expression; readonly cases: readonly Case<Result>[]; readonly otherwise: Result },
  cell: ReadCell,
  tagsOf: ReadTags,
): Result {
  const text = evaluate(choice.of, cell, tagsOf)?.toLowerCase()
  const found = choice.cases.find(({ values }) => text !== undefined && values.includes(text))
  return found ? found.result : choice.otherwise
}

/** Without blanks around it; undefined where nothing is left, or the word NULL that some exports write. */
function present(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
  return trimmed === undefined || trimmed === '' || trimmed === 'NULL' ? undefined : trimmed
}
