import { type Enforcement, notEnforcedOn } from '../config/enforcement.ts'
import { type MatchSubject, matchesResource } from '../config/resource-match.ts'
import type { Finding } from '../domain/finding.ts'
import type { EnforcementNotice } from '../review/settled.ts'

/** Findings as they count on a day: where they are not enforced, errors are warnings. */
export function enforcer(
  { everywhere, rules }: Enforcement,
  subjectOf: (finding: Finding) => MatchSubject,
  today: string | undefined,
): (finding: Finding) => Finding {
  const usual = notEnforcedOn(everywhere, today)
  const known = rules.map((rule) => ({ match: rule.match, state: notEnforcedOn(rule, today) }))
  if (!usual && known.every(({ state }) => !state)) return (finding) => finding
  return (finding) => {
    if (finding.severity === 'hint') return finding
    const subject = known.length > 0 ? subjectOf(finding) : {}
    const rule = known.find(({ match }) => matchesResource(match, subject))
    const notEnforced = rule ? rule.state : usual
    return notEnforced ? { ...finding, severity: 'warning', notEnforced } : finding
  }
}

/** Where findings are not enforced on a day, as a report tells it. */
export function enforcementNotices(
  { everywhere, rules }: Enforcement,
  today: string | undefined,
): readonly EnforcementNotice[] {
  const isEnforcedSomewhere = rules.some((rule) => !notEnforcedOn(rule, today))
  const told = [{ ...everywhere, name: isEnforcedSomewhere ? 'everywhere else' : undefined }, ...rules]
  return told.flatMap((one) => {
    const state = notEnforcedOn(one, today)
    return state ? [{ where: one.name, ...state }] : []
  })
}
