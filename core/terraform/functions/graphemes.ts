/** Made when it is first needed: it loads the tables of Unicode. */
let segmenter: Intl.Segmenter | undefined

/** The characters as a person counts them: an accent belongs to its letter, a flag is one. */
export function graphemes(text: string): readonly string[] {
  // Plain ASCII, where only a line break of two characters counts as one, needs no tables.
  if (/^[\x00-\x7f]*$/.test(text)) return text.match(/\r\n|[\s\S]/g) ?? []
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
