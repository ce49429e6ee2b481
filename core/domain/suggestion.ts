import type { Range } from '../source/source-file.ts'
import type { Usd } from './money.ts'

/** A cheaper way to have much the same: nothing that has to be done. */
export interface Suggestion {
  /** Which trade it is, e.g. `gp3-for-gp2`. */
  readonly id: string
  readonly project: string
  readonly address: string
  readonly range: Range
  /** What would take the place of what: `g5.8xlarge in place of g5.12xlarge: 1 GPU in place of 4`. */
  readonly what: string
  /** A month, at the usage that the estimate counts. */
  readonly saves: Usd
  /** What there is to lose. */
  readonly risk: string
  /** Who published the other price, and when. */
  readonly source: string
  readonly sourceDate: string
}
