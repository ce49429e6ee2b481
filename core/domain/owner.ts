import type { Range } from '../source/source-file.ts'

/** The questions that attribution answers about a dollar. `ascribe.yml` maps tag keys onto them. */
export const DIMENSIONS = [
  'team',
  'project',
  'model',
  'phase',
  'environment',
  'costCenter',
  'experiment',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Three answers: known, missing (nobody said), unknown (somebody may have said, we cannot see it). */
export type Attributed =
  | { readonly kind: 'known'; readonly value: string; readonly from: AttributedFrom }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly because: string }

/** Who says so, and where. */
export interface AttributedFrom {
  /**
   * A tag that reaches the bill, a rule of `owners:`, the catalogue's word on the model or team, or a tag that is written
   * and does not reach the bill.
   */
  readonly kind: 'tag' | 'declared' | 'catalogue' | 'written-tag'
  /** Undefined where it has no place: tags of objects that nobody wrote. */
  readonly range: Range | undefined
  /** How the value is spelled there, where that is another way to write the catalogue's name. */
  readonly spelled?: string
}

/** Whose money it is. */
export type Owner = Readonly<Record<Dimension, Attributed>>
