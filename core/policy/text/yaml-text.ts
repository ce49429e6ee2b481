/** A part that stands in several places: written once, and referred to from then on. */
export class YamlAnchor {
  readonly name: string
  readonly value: unknown
  constructor(name: string, value: unknown) {
    this.name = name
    this.value = value
  }
}

/** Plain data as a YAML document in block style. Texts are quoted unless they are plainly words. */
export function yamlText(value: unknown): string {
  const written = new Set<YamlAnchor>()
  return `${block(value, '', written)}\n`.replace(/^\n/, '')
}

export function yamlDocuments(values: readonly unknown[]): string {
  return values.map(yamlText).join('---\n')
}

function block(value: unknown, indent: string, written: Set<YamlAnchor>): string {
  if (value instanceof YamlAnchor) {
    if (written.has(value)) return `*${value.name}`
    written.add(value)
    return ` &${value.name}${block(value.value, indent, written)}`
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return value
      .map((item) => `\n${indent}- ${nested(item, `${indent}  `, written).replace(/^\n\s*/, '')}`)
      .join('')
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    if (entries.length === 0) return '{}'
    return entries
      .map(([key, item]) => {
        const inside =
          Array.isArray(item) || item instanceof YamlAnchor
            ? block(item, indent, written)
            : nested(item, `${indent}  `, written)
        return `\n${indent}${scalar(key)}:${/^[\n ]/.test(inside) ? '' : ' '}${inside}`
      })
      .join('')
  }
  return scalar(value)
}

function nested(value: unknown, indent: string, written: Set<YamlAnchor>): string {
  if (typeof value === 'string' && isBlockText(value))
    return `|-\n${value
      .split('\n')
      .map((line) => (line === '' ? '' : indent + line))
      .join('\n')}`
  return block(value, indent, written)
}

/** Lines that can stand as they are: an expression reads better so than in quotes. */
function isBlockText(text: string): boolean {
  return (
    (text.includes('\n') || (text.length > 60 && text.includes('"'))) &&
    /^[\x20-\x7e]*(?:\n[\x20-\x7e]*)*$/.test(text) &&
    /^\S[\s\S]*\S$/.test(text)
  )
}

const WORD = /^[A-Za-z][\w./-]*$/
const OTHER_MEANING = /^(?:y|n|yes|no|on|off|true|false|null)$/i

function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  if (WORD.test(value) && !OTHER_MEANING.test(value)) return value
  // JSON's quotes are YAML's, but for the characters that YAML does not take as they are.
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
