import type { Review } from '../../review/review.ts'
import type { RenderOptions } from '../renderer.ts'

/** How much of a report there is room for. */
export interface Limits {
  readonly violations: number
  /** Violations from before, listed in a folded part. */
  readonly oldViolations: number
  readonly resources: number
  /** Whether a resource is shown with what it cost before and after, or with the change alone. */
  readonly allFigures: boolean
  /** Reasons why something is not priced, and modules that are not loaded. */
  readonly reasons: number
  /** Files that cannot be read. */
  readonly problems: number
  /** Whether the tables by model, team and environment are shown. */
  readonly tables: boolean
}

/** What a report has room for on its own page. */
export const STANDARD: Limits = {
  violations: 20,
  oldViolations: 20,
  resources: 50,
  allFigures: true,
  reasons: 30,
  problems: 20,
  tables: true,
}

/** What a place adds to the report: where it is read, and what it links to. Links are safe as they are. */
export interface MarkdownOptions extends RenderOptions {
  readonly limits?: Limits
  /** Where a line of a file can be seen. */
  readonly link?: (path: string, line: number) => string
  /** Which of several reports this is. */
  readonly name?: string
  /** Where all of it is to be read. */
  readonly reportUrl?: string
  /** Where it is explained. */
  readonly docsUrl?: string
  /** How the base was found: `merge base`. */
  readonly baseIs?: string
  /** Files that the change leaves unreadable: said where it is seen. */
  readonly broken?: Review['problems']
  /** A date as `2026-11-02`, by which prices are old. */
  readonly today?: string
  /** A sentence about where the report comes from. */
  readonly origin?: string
}
