/** What is being written at a place of a Terraform file: a tag's key, or the value of one. */
export type TagContext =
  | {
      readonly kind: 'key'
      /** Where what is already typed of it starts. */
      readonly start: number
      /** The keys that the map has, besides this one. */
      readonly present: ReadonlySet<string>
      /** A value follows already. */
      readonly hasValue: boolean
    }
  | {
      readonly kind: 'value'
      readonly key: string
      readonly start: number
      /** The quote is already open. */
      readonly isQuoted: boolean
    }

/** Names that hold tags: `tags`, `common_tags`, `labels`, `default_labels`. */
const HOLDS_TAGS = /(?:^|_)(?:tags|labels)$/i

/**
 * Read from the text and not from the tree: while somebody types, the map that they type in is what the parser can say
 * least about. One pass over the text before the offset.
 */
export function tagContextAt(text: string, offset: number): TagContext | undefined {
  const open = enclosing(text, offset)
  if (open === undefined) return undefined
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, open + 1), offset)
  const item = line.slice(line.lastIndexOf(',') + 1)
  const value = /^\s*(?:"([^"\n]+)"|([\w./:-]+))\s*[=:]\s*("?)([^"\n]*)$/.exec(item)
  if (value) {
    const [, quoted, bare, quote, typed = ''] = value
    return { kind: 'value', key: (quoted ?? bare)!, start: offset - typed.length, isQuoted: quote !== '' }
  }
  const key = /^\s*("?)([\w./:-]*)$/.exec(item)
  if (!key) return undefined
  const end = closing(text, offset)
  const rest = text.slice(offset, end)
  const around = `${text.slice(open + 1, offset - item.length)}\n${rest.replace(/^[^\n,]*/, '')}`
  return {
    kind: 'key',
    start: offset - key[2]!.length - key[1]!.length,
    present: keysIn(around),
    hasValue: /^[\w./:"-]*[^\S\n]*[=:]/.test(rest),
  }
}

/** Where the innermost `{` before the offset is, if it opens a map of tags. */
function enclosing(text: string, offset: number): number | undefined {
  const opened: number[] = []
  const token = /"(?:[^"\\\n]|\\.)*"?|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[{}()[\]]/g
  for (let match = token.exec(text); match && match.index < offset; match = token.exec(text)) {
    const [found] = match
    if (/^[{([]$/.test(found)) opened.push(match.index)
    else if (/^[})\]]$/.test(found)) opened.pop()
    else if (/^[#/]/.test(found) && match.index + found.length >= offset) return undefined
  }
  const innermost = opened.pop()
  if (innermost === undefined || text[innermost] !== '{') return undefined
  // Arguments of merge() lead out to the attribute that it is the value of.
  for (let at: number | undefined = innermost; at !== undefined; at = opened.pop()) {
    let before = text.slice(Math.max(0, at - 200), at)
    if (text[at] === '[' || (text[at] === '(' && !/\bmerge\s*$/.test(before))) return undefined
    if (text[at] === '(') before = before.replace(/\bmerge\s*$/, '')
    const name = /([\w-]+)"?\s*[=:]\s*$/.exec(before)?.[1]
    if (name !== undefined) return HOLDS_TAGS.test(name) ? innermost : undefined
    if (!/[,(]\s*$/.test(before)) return undefined
  }
  return undefined
}

/** The end of the map that the offset is in. */
function closing(text: string, offset: number): number {
  let depth = 0
  for (let at = offset; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && depth-- === 0) return at
  }
  return text.length
}

function keysIn(text: string): ReadonlySet<string> {
  const keys = [...text.matchAll(/(?:^|[\n,{])\s*(?:"([^"\n]+)"|([\w./:-]+))\s*[=:]/g)]
  return new Set(keys.map(([, quoted, bare]) => (quoted ?? bare)!))
}
