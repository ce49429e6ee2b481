/** Words that YAML 1.1 or 1.2 takes for something other than a text. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i

/** Any text as a YAML scalar on one line that reads back as the same text, also within a comment. */
export function yamlText(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !NO_TEXT.test(text)) return text
  return JSON.stringify(text).replace(
    // What JSON leaves as it is and YAML does not print, or reads as the end of a line.
    /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** `[fraud-ml, "a: b"]` */
export function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(', ')}]`
}
