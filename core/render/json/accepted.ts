import type { Acceptance } from '../../domain/acceptance.ts'
import type { Finding } from '../../domain/finding.ts'
import { toDollars } from '../../domain/money.ts'
import type { AddedExemption, EnforcementNotice } from '../../review/settled.ts'
import type { RenderOptions } from '../renderer.ts'
import { findingJson } from './findings.ts'
import { placeOf } from './place.ts'

/** What is accepted and why, what a change adds to it, and where findings fail nothing (yet). */
export function acceptedJson(
  {
    accepted = [],
    addedExemptions = [],
    enforcement = [],
  }: {
    readonly accepted?: readonly Finding[]
    readonly addedExemptions?: readonly AddedExemption[]
    readonly enforcement?: readonly EnforcementNotice[]
  },
  options: RenderOptions,
) {
  return {
    accepted: accepted.map((finding) => ({
      ...findingJson(finding, options),
      accepted: acceptanceJson(finding.accepted!, options),
    })),
    addedExemptions: addedExemptions.map(({ range, monthlyCost, reason, owner, until, ...added }) => ({
      ...added,
      reason: reason ?? null,
      owner: owner ?? null,
      until: until ?? null,
      monthlyCost: toDollars(monthlyCost),
      ...placeOf(range, options),
    })),
    enforcement: enforcement.map(({ where, mode, from, daysLeft }) => ({
      where: where ?? null,
      mode,
      from: from ?? null,
      daysLeft: daysLeft ?? null,
    })),
  }
}

function acceptanceJson(by: Acceptance, options: RenderOptions) {
  if (by.kind === 'baseline') return { kind: by.kind }
  const { kind, from, reason, owner, until, range } = by
  return { kind, from, reason, owner: owner ?? null, until: until ?? null, ...placeOf(range, options) }
}
