import type { Range } from '../source/source-file.ts'
import type { Acceptance, NotEnforced } from './acceptance.ts'
import { identityOf } from './address.ts'
import type { Usd } from './money.ts'

/** The most severe first. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const
export type Severity = (typeof SEVERITIES)[number]

export function isSeverity(text: string | undefined): text is Severity {
  return SEVERITIES.some((severity) => severity === text)
}

/** What a rule reports. Its identity is project + address + ruleId + key. */
export interface Finding {
  readonly ruleId: string
  readonly severity: Severity
  /** `''` where it is about no resource: a budget, an exemption of `ascribe.yml`. */
  readonly project: string
  readonly address: string
  /** The tag key it is about, where it is about one. */
  readonly key: string | undefined
  /** Says what is wrong, quotes the culprit, and says what would be right. */
  readonly message: string
  /** Where to look: in a file of the repository, never in a downloaded module. */
  readonly range: Range
  /** Monthly list cost of the resource it is about: the money at stake. */
  readonly monthlyCost: Usd
  /** Set where it counts as neither a failure nor a violation. */
  readonly accepted?: Acceptance
  /** Set where it fails nothing (yet): what was an error is then a warning. */
  readonly notEnforced?: NotEnforced
}

/** Of how many resources findings are: those about `ascribe.yml` itself are of none. */
export function resourcesAmong(some: readonly Pick<Finding, 'project' | 'address'>[]): number {
  const resources = some.filter(({ project }) => project !== '')
  return new Set(resources.map(identityOf)).size
}
