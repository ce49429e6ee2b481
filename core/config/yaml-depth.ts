import { CST } from 'yaml'

/**
 * The first token nested deeper than `limit` collections, if there is one. To be asked before composing: the yaml
 * package composes recursively, and V8 ends the whole process when a regular expression is compiled with too little
 * stack left, which no `catch` can stop.
 */
export function deeperThan(tokens: readonly CST.Token[], limit: number): CST.Token | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next
    if (depth > limit) return token
    const children =
      token.type === 'document'
        ? [token.value]
        : CST.isCollection(token)
          ? token.items.flatMap(({ key, value }) => [key, value])
          : []
    for (const child of children) if (child) open.push({ token: child, depth: depth + 1 })
  }
  return undefined
}
