import type { PriceBook } from '../pricing/price-book.ts'
import { type Correction, markdownCorrection } from '../render/markdown/correction.ts'
import { resourceFindings } from '../render/report/resource-findings.ts'
import { byStakes, mergeInstances, type Violation, violations } from '../render/report/violations.ts'
import type { Review } from '../review/review.ts'
import { type LineChange, lineChange } from '../source/line-change.ts'
import { type Hunk, hunksOf, shows } from '../source/patch.ts'
import { locate } from '../source/source-file.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { createWorkspace, type Workspace } from '../workspace.ts'
import { settledFixes } from './quick-fixes.ts'
import type { TagFix } from './tag-fix.ts'

/** A fix of a violation as GitHub's review comments take one: whole lines of the diff's new side, and what they become. */
export interface SuggestedChange {
  readonly ruleId: string
  readonly project: string
  readonly address: string
  readonly keys: readonly string[]
  readonly path: string
  /** One-based, both inclusive: what the suggestion replaces. */
  readonly firstLine: number
  readonly lastLine: number
  readonly replacement: readonly string[]
  /** What is wrong, what the fix does, and the suggestion, as Markdown. */
  readonly body: string
}

export interface SuggestedChangesRequest {
  readonly review: Review
  /** The head side, as it was reviewed. */
  readonly tree: SourceTree
  readonly below: string
  readonly prices: PriceBook
  readonly today: string
  /** Path → the patch of a file whose new side is just what the tree has. */
  readonly patches: ReadonlyMap<string, string>
  /** How many are wanted; the most expensive violations come first. */
  readonly most: number
  /** Violations that are not to be mended, e.g. because it was suggested already. */
  readonly except: (violation: Pick<SuggestedChange, 'ruleId' | 'project' | 'address' | 'keys'>) => boolean
}

/** To try a fix is to evaluate a root module again. */
const MOST_TRIED = 40
/** A suggestion that replaces more is hard to read. */
const MOST_LINES = 30

/**
 * Fixes for what the change violates, where all that they touch is in the diff. Each was applied, read again and
 * evaluated again before it is offered, has no value that is not known, and meets no other one.
 */
export function suggestedChanges(request: SuggestedChangesRequest): readonly SuggestedChange[] {
  const { review, patches, most, except } = request
  const hunks = new Map([...patches].map(([path, patch]) => [path, hunksOf(patch)]))
  const inDiff = mergeInstances(violations(resourceFindings(review.findings.new)))
    .filter((violation) => isShown(violation, hunks) && !except(violation))
    .sort(byStakes)
  if (inDiff.length === 0) return []
  const { tree, below, prices, today } = request
  const workspace = createWorkspace({ tree, below, prices, today })
  workspace.inspection()
  const offered: SuggestedChange[] = []
  for (const violation of inDiff.slice(0, MOST_TRIED)) {
    if (offered.length === most) break
    const change = bestFor(workspace, violation, hunks, offered)
    if (change) offered.push(change)
  }
  return offered
}

function isShown({ range }: Violation, hunks: ReadonlyMap<string, readonly Hunk[]>): boolean {
  const { path, line } = locate(range)
  return shows(hunks.get(path) ?? [], line, [range.source.line(line)])
}

function bestFor(
  workspace: Workspace,
  violation: Violation,
  hunks: ReadonlyMap<string, readonly Hunk[]>,
  offered: readonly SuggestedChange[],
): SuggestedChange | undefined {
  const { ruleId, project, address, keys, range } = violation
  for (const { title, edits, mendsAll } of settledFixes(workspace, range.source.path, violation)) {
    const [path, ...others] = new Set(edits.map((edit) => edit.path))
    const before = path === undefined ? undefined : workspace.loader.tree.read(path)
    if (path === undefined || before === undefined || others.length > 0) continue
    const place = anchored(before, applied(before, edits), hunks.get(path) ?? [])
    if (!place || offered.some((other) => meets(other, { path, ...place }))) continue
    const correction: Correction = { violation, title, mendsAll, replacement: place.replacement }
    return { ruleId, project, address, keys, path, ...place, body: markdownCorrection(correction) }
  }
  return undefined
}

function applied(text: string, edits: TagFix['edits']): string {
  let result = ''
  let at = 0
  for (const { range, plainText } of edits) {
    result += text.slice(at, range.start) + plainText
    at = range.end
  }
  return result + text.slice(at)
}

type Anchored = Pick<SuggestedChange, 'firstLine' | 'lastLine' | 'replacement'>

/** The change as a replacement of lines that one hunk shows; an insertion takes the line before it along, or after. */
function anchored(before: string, after: string, hunks: readonly Hunk[]): Anchored | undefined {
  const change = lineChange(before, after)
  if (!change || !isPlain(before, change)) return undefined
  const old = before.split('\n')
  const at = (first: number, last: number, replacement: readonly string[]): Anchored[] =>
    shows(hunks, first, old.slice(first - 1, last)) ? [{ firstLine: first, lastLine: last, replacement }] : []
  const { first, count, lines } = change
  if (count > 0) return at(first, first + count - 1, lines)[0]
  const [previous, next] = [old[first - 2], old[first - 1]]
  const ways = [
    ...(previous === undefined ? [] : at(first - 1, first - 1, [previous, ...lines])),
    ...(next === undefined ? [] : at(first, first, [...lines, next])),
  ]
  return ways[0]
}

/**
 * Whether GitHub puts just these lines there: it knows one kind of line break, and a last line without one is another
 * line with it. What could hide in a suggestion is not suggested.
 */
function isPlain(before: string, { first, count, lines }: LineChange): boolean {
  if (count > MOST_LINES || lines.length > MOST_LINES) return false
  const old = before.split('\n')
  if (first + count > old.length) return false
  const touched = [...old.slice(Math.max(0, first - 2), first + count), ...lines]
  return !touched.some((line) => /[^\P{C}\t]|\p{Zl}|\p{Zp}/u.test(line))
}

function meets(
  a: Pick<SuggestedChange, 'path' | 'firstLine' | 'lastLine'>,
  b: Pick<SuggestedChange, 'path' | 'firstLine' | 'lastLine'>,
): boolean {
  return a.path === b.path && a.firstLine <= b.lastLine && b.firstLine <= a.lastLine
}
