import type { Range } from '../source/source-file.ts'

/** Why a finding counts as neither a failure nor a violation. It is shown all the same. */
export type Acceptance =
  /** It was there when the baseline was recorded. */
  | { readonly kind: 'baseline' }
  /** Somebody said so in the files, and why. */
  | {
      readonly kind: 'exemption'
      /** A comment beside what it is about, or a rule of `ascribe.yml`. */
      readonly from: 'comment' | 'config'
      readonly reason: string
      readonly owner: string | undefined
      /** The last day it holds, an ISO date. */
      readonly until: string | undefined
      readonly range: Range
    }

/** That a finding is reported and fails nothing, and until when. */
export interface NotEnforced {
  readonly mode: 'showback' | 'warn'
  /** The first day that it fails on, an ISO date; undefined where none is planned. */
  readonly from: string | undefined
  /** Days until then; undefined where it is not known which day it is. */
  readonly daysLeft: number | undefined
}
