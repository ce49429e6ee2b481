/** JSON with two blanks of indentation; a list of texts that fits stands on one line. */
export function jsonText(value: unknown): string {
  return `${pretty(value, '')}\n`
}

const WIDTH = 110

function pretty(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const flat = JSON.stringify(value)
  const isFlat = Object.values(value).every((item) => item === null || typeof item !== 'object')
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0 || (isFlat && flat.length + indent.length <= WIDTH)) return spaced(value)
    return `[\n${value.map((item) => inner + pretty(item, inner)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${pretty(item, inner)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
}

function spaced(items: readonly unknown[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`
}
