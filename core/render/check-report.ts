import { type Finding, resourcesAmong } from '../domain/finding.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import type { EnforcementNotice } from '../review/settled.ts'

/** What `ascribe check` has to say about one tree. */
export interface CheckReport {
  readonly inspection: Inspection
  readonly findings: readonly Finding[]
  /** Findings that exemptions or the baseline accept; each says why. */
  readonly accepted?: readonly Finding[]
  /** Where findings fail nothing (yet). */
  readonly enforcement?: readonly EnforcementNotice[]
  /** Whether there is an `ascribe.yml`. */
  readonly isConfigured: boolean
}

/** The counts of a check, as its last line gives them. */
export interface CheckSummary {
  readonly errors: number
  readonly warnings: number
  readonly hints: number
  /** Resources that have a finding. */
  readonly resourcesWithFindings: number
  /** Resources whose tags were looked at: those that take tags, or may, and cost money, or may. */
  readonly resourcesChecked: number
}

export function summarise({ inspection, findings }: CheckReport): CheckSummary {
  const count = (wanted: Finding['severity']): number =>
    findings.filter(({ severity }) => severity === wanted).length
  return {
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    resourcesWithFindings: resourcesAmong(findings),
    resourcesChecked: inspection.resources.filter(isChecked).length,
  }
}

export function isChecked({ estimate, tags }: InspectedResource): boolean {
  return estimate.kind !== 'free' && tags.kind !== 'notTaggable'
}
