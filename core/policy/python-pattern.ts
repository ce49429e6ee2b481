/**
 * RE2 as Python's `re` reads it, found anywhere in a text by `re.match`, which begins at the start. Undefined where Python
 * has no such thing.
 */
export function pythonPattern(re2: string): string | undefined {
  let inClass = false
  let text = ''
  for (const [token, hex] of re2.matchAll(/\\x\{([\da-f]+)\}|\\[pP]\{|\\.|[\s\S]/gu)) {
    if (/^\\[pP]\{/.test(token)) return undefined
    if (hex !== undefined) text += `\\U${hex.padStart(8, '0')}`
    // Python's `$` is also before a last newline.
    else if (token === '$' && !inClass) text += '\\Z'
    else {
      if (token === '[') inClass = true
      if (token === ']') inClass = false
      text += token
    }
  }
  return `(?a)(?s:.*?)(?:${text})`
}
