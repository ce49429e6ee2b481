import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { Span } from '../syntax.ts'
import type { JsonString } from './json-node.ts'

/** The JSON file that a tree is made from, and where its problems go. */
export interface Placed {
  readonly source: SourceFile
  readonly problems: Problem[]
}

/** A tree that was read from the value of a JSON string, with its places in the JSON text. */
export function placedIn<Node extends Span>(
  node: Node,
  problems: readonly Problem[],
  within: JsonString,
  { source, problems: into }: Placed,
): Node {
  const offsets = offsetsIn(source.text, within)
  for (const { range, ...problem } of problems)
    into.push({ ...problem, range: { source, start: offsets(range.start), end: offsets(range.end) } })
  return moved(node, offsets) as Node
}

/** From an offset in a string's value to that in the text: the same but for the quote, until an escape comes. */
function offsetsIn(text: string, { start, end }: JsonString): (offset: number) => number {
  const raw = text.slice(start + 1, end - 1)
  if (!raw.includes('\\')) return (offset) => start + 1 + offset
  const offsets: number[] = []
  for (let at = 0; at < raw.length; at += raw[at] === '\\' ? (raw[at + 1] === 'u' ? 6 : 2) : 1)
    offsets.push(start + 1 + at)
  return (offset) => offsets[offset] ?? end - 1
}

/** A copy with all places moved. Trees are plain objects, no taller than the parser's bound. */
function moved(node: unknown, offsets: (offset: number) => number): unknown {
  if (Array.isArray(node)) return node.map((item) => moved(item, offsets))
  if (node === null || typeof node !== 'object') return node
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node)) {
    const isPlace = (name === 'start' || name === 'end') && typeof value === 'number'
    copy[name] = isPlace ? offsets(value) : moved(value, offsets)
  }
  return copy
}
