/** A string of HCL: `${` and `%{` begin templates, and are written twice. */
export function hclString(text: string): string {
  const escaped = [...text].map((character) => {
    const point = character.codePointAt(0)!
    if (character === '"' || character === '\\') return `\\${character}`
    if (character === '\n') return '\\n'
    if (character === '\r') return '\\r'
    if (character === '\t') return '\\t'
    const isControl = point < 0x20 || (point >= 0x7f && point < 0xa0) || point === 0x2028 || point === 0x2029
    if (point >= 0xd800 && point <= 0xdfff) return '\ufffd'
    return isControl ? `\\u${point.toString(16).padStart(4, '0')}` : character
  })
  return `"${escaped.join('').replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)}"`
}

export function hclList(texts: readonly string[]): string {
  return `[${texts.map(hclString).join(', ')}]`
}
