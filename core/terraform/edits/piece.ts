/** A value that a person picks while the text is inserted; the first is what stands there without asking. */
export interface SnippetChoice {
  /** The most likely first; empty where nothing is known, so that the person writes it. */
  readonly values: readonly string[]
}

/** A part of a text to insert: as it is, or a string's content that may be left to choose. */
export type Piece = string | { readonly value: string | SnippetChoice }

/** The text with the first choices in place. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : stringContent(firstOf(piece)))).join('')
}

/** Whether there is anything to choose. */
export function isChosen(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => typeof piece !== 'string' && typeof piece.value !== 'string')
}

/**
 * The text in the snippet syntax of the Language Server Protocol, with a tab stop for each choice.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#snippet_syntax
 * @param stop the number of the first tab stop
 */
export function snippetText(pieces: readonly Piece[], stop = 1): string {
  let next = stop
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece.replace(/[\\$}]/g, '\\$&')
      if (typeof piece.value === 'string') return stringContent(piece.value).replace(/[\\$}]/g, '\\$&')
      return tabStop(next++, piece.value.values.map(stringContent))
    })
    .join('')
}

function tabStop(number: number, values: readonly string[]): string {
  const [only, ...others] = values
  if (only === undefined) return `\${${number}}`
  if (others.length === 0) return `\${${number}:${only.replace(/[\\$}]/g, '\\$&')}}`
  return `\${${number}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`
}

/** What stands where nobody chooses. */
function firstOf({ value }: Exclude<Piece, string>): string {
  return typeof value === 'string' ? value : (value.values[0] ?? '')
}

/** A text as it is written between the quotes of an HCL string. */
export function stringContent(text: string): string {
  return text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/([$%])\{/g, '$1$1{')
}

/** A key of an object: bare where it is a name, unless the others are quoted. */
export function keyText(key: string, isQuoted: boolean): string {
  return !isQuoted && /^[A-Za-z_][\w-]*$/.test(key) && key !== 'for' ? key : `"${stringContent(key)}"`
}
