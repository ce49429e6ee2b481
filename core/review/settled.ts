import type { NotEnforced } from '../domain/acceptance.ts'
import type { Finding } from '../domain/finding.ts'
import type { Usd } from '../domain/money.ts'
import type { Range } from '../source/source-file.ts'
import type { FindingChanges } from './compare-findings.ts'

/** The findings of a change after exemptions, baseline and enforcement had their say. */
export interface Settled {
  /** Those that count. */
  readonly findings: FindingChanges
  /** Those of the head side that were accepted; each says why. */
  readonly accepted: readonly Finding[]
  readonly added: readonly AddedExemption[]
}

/** What a change adds to what is accepted, with the money that it is about. */
export interface AddedExemption {
  readonly from: 'comment' | 'config' | 'baseline'
  /** e.g. `missing-tag`; empty for a baseline. */
  readonly rules: readonly string[]
  readonly reason: string | undefined
  readonly owner: string | undefined
  readonly until: string | undefined
  readonly range: Range
  /** How many findings it is about, and what their resources cost a month. */
  readonly findings: number
  readonly monthlyCost: Usd
  /** Whether it counts for this change already. */
  readonly counts: boolean
}

/** Where findings are not enforced, and until when. */
export interface EnforcementNotice extends NotEnforced {
  /** `path: legacy/**`; undefined for everywhere else. */
  readonly where: string | undefined
}
