/** What is being written within `{ … }` or `[ … ]`. */
export interface FlowContext {
  readonly kind: 'key' | 'value'
  /** From the value that the brackets are: keys, and 0 for any item of a list. */
  readonly path: readonly (string | number)[]
  /** What is already typed of it. */
  readonly typed: string
  /** The keys that the innermost map has. */
  readonly present: ReadonlySet<string>
}

interface Container {
  readonly kind: 'map' | 'list'
  readonly present: Set<string>
  /** The key whose value is being written; undefined while it is the key itself. */
  key: string | undefined
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|'[^']*'?|[{}[\],]|:(?=\s|$)|[^\s"'{}[\],:][^"'{}[\],:]*|:/g

/** `before`: from the outermost bracket to the cursor; `after`: the rest of the line. Undefined where none is open. */
export function flowContext(before: string, after: string): FlowContext | undefined {
  const open: Container[] = []
  let word = ''
  for (const [token] of before.matchAll(TOKEN)) {
    const inner = open.at(-1)
    if (token === '{' || token === '[')
      open.push({ kind: token === '{' ? 'map' : 'list', present: new Set(), key: undefined })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',' && inner) inner.key = undefined
    else if (token === ':' && inner?.kind === 'map') {
      inner.key = unquoted(word)
      inner.present.add(inner.key)
    }
    word = /^[{}[\],:]$/.test(token) ? '' : token
  }
  const innermost = open.at(-1)
  if (!innermost) return undefined
  const path = open.flatMap<string | number>(({ kind, key }) =>
    kind === 'list' ? [0] : key === undefined ? [] : [key],
  )
  const isKey = innermost.kind === 'map' && innermost.key === undefined
  const typed = /\s$/.test(before) ? '' : word.replace(/^["']/, '')
  if (isKey) for (const key of keysAfter(after)) innermost.present.add(key)
  return { kind: isKey ? 'key' : 'value', path, typed, present: innermost.present }
}

function unquoted(word: string): string {
  return word.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** Keys of the same map behind the cursor; what is nested is behind the first bracket. */
function keysAfter(after: string): readonly string[] {
  const same = /^[^{}[\]]*/.exec(after)![0]
  return [...same.matchAll(/(?:^|,)\s*["']?([^"',:]+?)["']?\s*:/g)].map(([, key]) => key!)
}
