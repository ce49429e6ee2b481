import { SCALE } from '../decimal.ts'

/** Quotes by doubling the quote, as the SQL standard has it. */
export const doubled =
  (quote: string) =>
  (text: string): string =>
    quote + text.replaceAll(quote, quote + quote) + quote

const CONTROL: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' }

/** Quotes by a backslash before the quote and before a backslash; line ends as `\n`. */
export const backslashed =
  (quote: string) =>
  (text: string): string =>
    quote +
    text.replace(/[\\'"`\n\r\t\0]/g, (sign) =>
      sign === '\\' || sign === quote ? `\\${sign}` : (CONTROL[sign] ?? sign),
    ) +
    quote

/** An amount as all engines hold it; NULL where the text is no number. */
export const tryDecimal = (sql: string): string => `TRY_CAST(${sql} AS DECIMAL(38,${SCALE}))`

/** Fields of a struct are parted by dots: `service.description`. */
export const fields =
  (identifier: (name: string) => string) =>
  (name: string): string =>
    name.split('.').map(identifier).join('.')

/** The pattern of `LIKE`, with `\` before what is no wildcard here. */
export const likePattern = (pattern: string): string =>
  pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%')
