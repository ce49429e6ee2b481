import type { Difference } from './differences.ts'
import type { Proposal } from './proposal.ts'

/** What becomes of proposals. */
export interface Settling {
  /** Writes them; says what is then not as intended, and takes all of them back where there is anything. */
  readonly attempt: (batch: readonly Proposal[]) => readonly Difference[]
  readonly accept: (proposal: Proposal) => unknown
  readonly reject: (proposal: Proposal, differences: readonly Difference[]) => void
}

/**
 * Tries proposals together and, where something is wrong with them, in halves, until each is accepted or rejected. What
 * writes in a file that others of the batch have changed by then is left for the next time, since it was made for the
 * text as it was.
 */
export function settle(batch: readonly Proposal[], settling: Settling): void {
  const touched = new Set<string>()
  const halves = (proposals: readonly Proposal[]): void => {
    const fresh = proposals.filter(({ edits }) => !edits.some(({ path }) => touched.has(path)))
    const [first] = fresh
    if (!first) return
    const found = settling.attempt(fresh)
    if (found.length === 0)
      for (const proposal of fresh) {
        settling.accept(proposal)
        for (const { path } of proposal.edits) touched.add(path)
      }
    else if (fresh.length > 1) {
      const middle = fresh.length >> 1
      halves(fresh.slice(0, middle))
      halves(fresh.slice(middle))
    } else {
      settling.reject(first, found)
      const narrowed = narrower(first, found)
      if (narrowed) halves([narrowed])
    }
  }
  halves(batch)
}

/** What a shared place can still do without the tags that are wrong for somebody. */
function narrower({ entries, without }: Proposal, found: readonly Difference[]): Proposal | undefined {
  const keys = new Set(found.flatMap(({ key }) => key ?? []))
  const isAboutKeys = found.every(({ key }) => key !== undefined)
  const narrowed = isAboutKeys ? without?.(keys) : undefined
  return narrowed && narrowed.rank > 0 && narrowed.entries.length < entries.length ? narrowed : undefined
}
