/** A part of a text, end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** At the beginning of a line these end a document wherever they stand, even within a quoted text. */
const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm
/** What stands before the first document may be comments and `%YAML`. */
const NOTHING = /^(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n|\ufeff)*[ \t]*(?:#[^\n]*)?$/

/** The documents of a YAML text, without those that have nothing in them. A mistake in one leaves the others whole. */
export function splitDocuments(text: string): readonly Stretch[] {
  const documents: Stretch[] = []
  let start = text.startsWith('\ufeff') ? 1 : 0
  const add = (end: number) => {
    if (!isEmpty(text, start, end)) documents.push({ start, end })
  }
  for (const { index } of text.matchAll(MARKER)) {
    add(index)
    start = index + 3
  }
  add(text.length)
  return documents
}

function isEmpty(text: string, start: number, end: number): boolean {
  // Only what is short can be empty but for comments; the pattern is not asked about more.
  return end - start < 100_000 && NOTHING.test(text.slice(start, end))
}
