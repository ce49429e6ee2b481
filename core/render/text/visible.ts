const PLAIN = /^[\x20-\x7e]*$/
/** Colours, cursor movements, window titles, links. */
const ESCAPE_SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]?|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~]?)/g

/**
 * Text that came from the files under review, made safe to print on one line: nothing in it moves the cursor, changes
 * colours, reverses the direction of writing or hides. What is taken out and was no mere formatting leaves a `�`.
 */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(ESCAPE_SEQUENCE, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Variation_Selector}]+/gu, '')
    .replace(/\p{C}+/gu, '�')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
}
