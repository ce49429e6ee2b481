import type { Resource } from '../domain/resource.ts'
import type { Block, HclFile } from '../hcl/syntax.ts'
import type { Range, SourceFile } from '../source/source-file.ts'
import { IGNORE_MARK, type IgnoreComment, readIgnoreComment } from './ignore-comment.ts'

/** A part of a file that comments may stand beside: a block of Terraform, a document of YAML. */
export interface Exemptable {
  readonly source: SourceFile
  readonly start: number
  readonly end: number
}

/** A comment, and what it stands beside; a stray one stands beside nothing. */
export interface PlacedIgnore extends IgnoreComment {
  readonly beside: Exemptable | undefined
}

/** The comments of a Terraform file that exempt: those directly above a block, within it, or behind its end on the line. */
export function ignoresInHcl(file: HclFile): readonly PlacedIgnore[] {
  const { source, comments, body } = file
  if (!source.text.includes(IGNORE_MARK)) return []
  const placed: PlacedIgnore[] = []
  let next = 0
  for (const { text, start, end } of comments) {
    const comment = readIgnoreComment(text, { source, start, end })
    if (!comment) continue
    while (body.blocks[next] && body.blocks[next]!.end <= start) next++
    const last = body.blocks[next - 1]
    const block = body.blocks[next]
    const isBehind = last && !source.text.slice(last.end, start).includes('\n')
    const found = isBehind ? last : block && isBeside(block, { start, end }, file) ? block : undefined
    placed.push({ ...comment, beside: found && { source, start: found.start, end: found.end } })
  }
  return placed
}

/** Within a block, or with nothing but comments between it and the block, and no empty line. */
function isBeside(block: Block, comment: { start: number; end: number }, file: HclFile): boolean {
  if (block.start <= comment.start) return true
  const { text } = file.source
  let at = comment.end
  for (let between = 0; at < block.start && between < MAX_BETWEEN; between++) {
    const blank = /^[ \t]*\r?\n?[ \t]*/.exec(text.slice(at, Math.min(block.start, at + MAX_INDENT)))![0]
    at += blank.length
    if (at >= block.start) break
    const other = commentAt(file, at)
    if (!other) return false
    at = other.end
  }
  return at === block.start
}

const MAX_INDENT = 1_000
/** Comments that may stand between one and its block. */
const MAX_BETWEEN = 50
/** Comments beside one block that are heard: more are no exemptions any more. */
const MAX_BESIDE = 50

/** The comment that starts at an offset: they are in the order of the text. */
function commentAt({ comments }: HclFile, offset: number): HclFile['comments'][number] | undefined {
  let low = 0
  let high = comments.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (comments[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return comments[low]?.start === offset ? comments[low] : undefined
}

/** A comment of another language, with the part of the file that it belongs to. */
export interface FoundComment {
  readonly text: string
  readonly range: Range
  readonly beside: Exemptable | undefined
}

export function ignoresAmong(comments: readonly FoundComment[]): readonly PlacedIgnore[] {
  return comments.flatMap(({ text, range, beside }) => {
    const comment = readIgnoreComment(text, range)
    return comment ? [{ ...comment, beside }] : []
  })
}

/** Finds the comments beside a resource: at its own block, or at a call that leads to it. */
export function ignoresOf(ignores: readonly PlacedIgnore[]): (resource: Resource) => readonly PlacedIgnore[] {
  const at = ignoresAt(ignores)
  return ({ range, moduleCalls }) => [...at(range), ...moduleCalls.flatMap((call) => at(call.range))]
}

/** Finds the comments beside what starts at a place. */
export function ignoresAt(ignores: readonly PlacedIgnore[]): (place: Range) => readonly PlacedIgnore[] {
  const files = new Map<string, Map<number, PlacedIgnore[]>>()
  for (const ignore of ignores) {
    if (!ignore.beside) continue
    const { source, start } = ignore.beside
    const blocks = files.get(source.path) ?? new Map<number, PlacedIgnore[]>()
    files.set(source.path, blocks)
    const there = blocks.get(start) ?? []
    if (there.length < MAX_BESIDE) blocks.set(start, [...there, ignore])
  }
  const starts = new Map([...files].map(([path, blocks]) => [path, [...blocks.keys()].sort((a, b) => a - b)]))
  return ({ source, start }) => {
    const nearest = lastUpTo(starts.get(source.path) ?? [], start)
    const there = nearest === undefined ? [] : files.get(source.path)!.get(nearest)!
    return there.filter(({ beside }) => start < beside!.end)
  }
}

/** Blocks do not overlap: the one around an offset is the last that starts before it. */
function lastUpTo(sorted: readonly number[], offset: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]
}
