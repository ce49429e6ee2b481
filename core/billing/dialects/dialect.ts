import type { TagContainer } from '../expression.ts'

/** What databases write differently. All else is the same SQL for each of them. */
export interface Dialect {
  readonly id: string
  readonly title: string
  /** Keys and column names come from users: quoted here, and nowhere else. */
  identifier(name: string): string
  text(value: string): string
  /** A text that is missing. */
  readonly missing: string
  /** A column as text. */
  cell(name: string): string
  /** Without blanks, tabs and line ends around it. */
  trimmed(text: string): string
  /** Trimmed, and NULL where nothing is left or the word NULL; where the database has a quicker way than three `NULLIF`. */
  present?(text: string): string
  /** Whether the text is what the pattern says, in which `*` stands for any run of characters. */
  matches(text: string, pattern: string): string
  /** `10/31/2026` as `2026-10-31`; NULL where it is no day written so. */
  monthFirstDay(text: string): string
  /** The sum of a field over a list of structs, exact. */
  listSum(column: string, field: string): string
  /** Text as an exact number with ten digits after the point; NULL where it is none. */
  decimal(text: string): string
  /** A column that holds exact numbers, as one with ten digits after the point; undefined where it holds text. */
  number?(name: string): string | undefined
  /** The value of a tag as text; NULL where the row has none of that key. */
  tag(container: TagContainer, key: string): string
  /** A query with the columns `key` and `rows`: each key that occurs, and on how many rows. */
  tagKeys(container: TagContainer, source: string): string
  /** What ends every grouping query, where the database needs it. */
  readonly settings?: string
}
