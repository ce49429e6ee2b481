import type { Enforcement } from '../config/enforcement.ts'
import type { Acceptance } from '../domain/acceptance.ts'
import type { Finding } from '../domain/finding.ts'
import { type BaselineEntry, baselineHas } from '../exemptions/baseline.ts'
import { enforcer } from '../exemptions/enforce.ts'
import { acceptedBy, commentsFor, type ExemptionsOfTree, rulesFor } from '../exemptions/exempt.ts'
import { holds } from '../exemptions/ignore-comment.ts'

export interface Standing {
  /** Those that count. */
  readonly findings: readonly Finding[]
  /** Those that an exemption or the baseline accepts; each says why. */
  readonly accepted: readonly Finding[]
}

/** Sorts the findings of one tree, as it stands, into those that count and those that are accepted. */
export function settleStanding(
  findings: readonly Finding[],
  exemptions: ExemptionsOfTree,
  {
    baseline,
    rename,
    enforcement,
    today,
  }: {
    readonly baseline: readonly BaselineEntry[]
    /** The address of an entry as the files call it now. */
    readonly rename: (project: string, address: string) => string
    readonly enforcement: Enforcement
    readonly today: string | undefined
  },
): Standing {
  const accept = acceptor(exemptions, today)
  const isKnown = baselineHas(baseline, rename)
  const enforced = enforcer(enforcement, exemptions.subjectOf, today)
  const counting: Finding[] = []
  const accepted: Finding[] = []
  for (const finding of findings) {
    const by = accept(finding) ?? (isKnown(finding) ? { kind: 'baseline' as const } : undefined)
    if (by) accepted.push({ ...finding, accepted: by })
    else counting.push(enforced(finding))
  }
  return { findings: counting, accepted }
}

/** Who exempts a finding of a tree, by all that the tree says: a comment beside it before a rule of `ascribe.yml`. */
export function acceptor(
  exemptions: ExemptionsOfTree,
  today: string | undefined,
): (finding: Finding) => Acceptance | undefined {
  const comments = commentsFor(exemptions)
  const rules = rulesFor(exemptions)
  return (finding) => {
    const comment = comments(finding).find((one) => holds(one, today))
    if (comment) return acceptedBy(comment, 'comment')
    const rule = rules(finding).find((one) => holds(one, today))
    return rule && acceptedBy(rule, 'config')
  }
}
