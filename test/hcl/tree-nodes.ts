import type { Span } from '../../core/hcl/syntax.ts'

export interface Placed {
  readonly node: Span
  readonly parent: Span | undefined
  readonly depth: number
}

/** Every node of a tree that has a place in the text, with the node around it. */
export function placedNodes(root: object): Placed[] {
  const found: Placed[] = []
  const open: { value: object; parent: Span | undefined; depth: number }[] = [
    { value: root, parent: undefined, depth: 0 },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, parent, depth } = next
    const placed = 'start' in value && 'end' in value
    if (placed) found.push({ node: value as Span, parent, depth })
    const around = placed ? (value as Span) : parent
    for (const child of Object.values(value)) {
      if (child !== null && typeof child === 'object') {
        open.push({ value: child, parent: around, depth: placed ? depth + 1 : depth })
      }
    }
  }
  return found
}
