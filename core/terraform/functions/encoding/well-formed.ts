/** The text as UTF-8 could hold it: half a surrogate pair becomes the replacement character, as in Go. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
